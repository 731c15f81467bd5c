package org.storesync.process;

import jakarta.faces.context.FacesContext;

class ProcessorWithMessage {
  void tell() {
    FacesContext.getCurrentInstance().validationFailed();
  }
}
