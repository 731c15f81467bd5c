package org.storesync.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.storesync.platform.text.LinkedText;
import org.storesync.run.SignInRefusal;
import org.storesync.run.SignInRefusals;
import org.storesync.store.Store;
import org.storesync.store.Stores;

/** A system no longer lets a store in: a person must authorize it again. */
@ApplicationScoped
public class RefusedSignInReason implements AlertReason {

  @Inject private SignInRefusals refusals;
  @Inject private Stores stores;

  @Override
  public String code() {
    return "SIGN_IN_REFUSED";
  }

  @Override
  public List<Concern> concerns() {
    return refusals.all().stream().map(this::concern).toList();
  }

  private Concern concern(SignInRefusal refusal) {
    String store = stores.find(refusal.storeId()).map(Store::name).orElse("");
    return new Concern(
        refusal.storeId() + " " + refusal.side(),
        refusal.storeId(),
        refusal.since(),
        refusal.refusals(),
        List.of(store, LinkedText.plain(refusal.reason())),
        PageLink.to("/stores.xhtml", "store", store));
  }

  @Override
  public boolean urgent() {
    return true;
  }
}
