/* Keeps the browser's address true to what the page shows, so that it can be kept, sent and gone
   back to. Going back loads the page of that address. */
var StoreSyncAddress = (function () {
  'use strict';

  function current() {
    return location.pathname + location.search;
  }

  var shown = current();

  window.addEventListener('popstate', function () {
    // Jumping to an anchor of the same page is no other address.
    if (current() !== shown) {
      location.reload();
    }
  });

  return {
    show: function (address) {
      if (new URL(address, location.href).search !== location.search) {
        history.pushState(null, '', address);
        shown = current();
      }
    }
  };
})();
