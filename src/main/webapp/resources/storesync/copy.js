/* A button with data-copy copies the text of what that selector names, and says so. */
(function () {
  'use strict';

  document.addEventListener('click', function (event) {
    var button = event.target.closest('[data-copy]');
    if (!button) {
      return;
    }
    navigator.clipboard.writeText(document.querySelector(button.dataset.copy).innerText).then(function () {
      var label = button.textContent;
      button.textContent = button.dataset.copied;
      window.setTimeout(function () {
        button.textContent = label;
      }, 2000);
    });
  });
})();
