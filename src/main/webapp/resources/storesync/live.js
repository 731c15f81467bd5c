/**
 * Follows the server's news and has the page look again. What came before the channel was open is
 * no news any more, so the page looks when it opens. News that come while the page is looking are
 * answered by one more look. When the channel drops, the page says so and asks by itself.
 */
var StoreSyncLive = (function () {
  'use strict';
  var ASK_EVERY_MILLIS = 4000;
  var LOOK_AT_MOST_EVERY_MILLIS = 700;
  var looking = false;
  var again = false;
  var asking = null;

  function look() {
    if (looking) {
      again = true;
      return;
    }
    if (typeof refreshLivePage !== 'function') {
      return;
    }
    looking = true;
    again = false;
    refreshLivePage();
  }

  /** After what PrimeFaces waits for with its nonce: an action without one is refused. */
  function lookWhenReady() {
    jQuery(look);
  }

  function showLost(lost) {
    document.querySelectorAll('[data-live-lost]').forEach(function (note) {
      note.hidden = !lost;
    });
  }

  return {
    opened: function () {
      showLost(false);
      if (asking) {
        window.clearInterval(asking);
        asking = null;
      }
      lookWhenReady();
    },
    news: lookWhenReady,
    refreshed: function () {
      window.setTimeout(function () {
        looking = false;
        if (again) {
          look();
        }
      }, LOOK_AT_MOST_EVERY_MILLIS);
    },
    closed: function () {
      if (!asking) {
        showLost(true);
        asking = window.setInterval(look, ASK_EVERY_MILLIS);
      }
    }
  };
})();
