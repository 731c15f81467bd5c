package org.storesync.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.faces.event.WebsocketEvent;
import jakarta.faces.event.WebsocketEvent.Closed;
import jakarta.faces.event.WebsocketEvent.Opened;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import org.storesync.platform.live.LiveListeners;
import org.storesync.platform.live.LiveNews;

/** Tells the pages that are open on this node what has changed ({@code live.xhtml}). */
@ApplicationScoped
public class LiveChannel {

  @Inject
  @Push(channel = "live")
  private PushContext channel;

  @Inject private LiveListeners listeners;

  void tell(@Observes LiveNews news) {
    channel.send(news.topic());
  }

  void opened(@Observes @Opened WebsocketEvent page) {
    listeners.came();
  }

  void closed(@Observes @Closed WebsocketEvent page) {
    listeners.left();
  }
}
