/* The frame's behaviour: menu, theme, language, time zone, search for a page. No inline scripts are
   allowed, so everything is bound here. */
(function () {
  'use strict';

  var root = document.documentElement;

  function remember(name, value) {
    document.cookie =
        'storesync_' + name + '=' + value + '; path=' + root.dataset.path + '; max-age=31536000; samesite=lax' +
        (location.protocol === 'https:' ? '; secure' : '');
  }

  /* The server shows times in this zone from the next page on. */
  function tellTimeZone() {
    var zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (zone) {
      remember('zone', encodeURIComponent(zone));
    }
  }

  function applyTheme(choice) {
    root.dataset.theme = choice;
    document.querySelectorAll('link[data-scheme]').forEach(function (link) {
      var scheme = link.dataset.scheme;
      link.media =
          choice === 'system' ? '(prefers-color-scheme: ' + scheme + ')' : choice === scheme ? 'all' : 'not all';
    });
  }

  function bindChoices() {
    document.addEventListener('change', function (event) {
      var choice = event.target.dataset.choice;
      if (!choice) {
        return;
      }
      remember(choice, event.target.value);
      if (choice === 'theme') {
        applyTheme(event.target.value);
      } else {
        location.assign(location.href.split('#')[0]);
      }
    });
  }

  function isNarrow() {
    return matchMedia('(max-width: 800px)').matches;
  }

  function bindMenu() {
    var button = document.querySelector('[data-menu-button]');
    if (!button) {
      return;
    }
    function openDrawer(open) {
      root.classList.toggle('menu-open', open);
      button.setAttribute('aria-expanded', open);
      if (open) {
        document.querySelector('#menu a').focus();
      }
    }
    function showState() {
      button.setAttribute(
          'aria-expanded', isNarrow() ? root.classList.contains('menu-open') : !root.classList.contains('menu-folded'));
    }
    button.addEventListener('click', function () {
      if (isNarrow()) {
        openDrawer(!root.classList.contains('menu-open'));
      } else {
        remember('menu', root.classList.toggle('menu-folded') ? 'folded' : 'open');
        showState();
      }
    });
    document.querySelector('[data-menu-shade]').addEventListener('click', function () {
      openDrawer(false);
    });
    document.addEventListener('keydown', function (event) {
      if (event.key === 'Escape' && root.classList.contains('menu-open')) {
        openDrawer(false);
        button.focus();
      }
    });
    matchMedia('(max-width: 800px)').addEventListener('change', showState);
    showState();
  }

  /* A popup closes when one clicks or tabs elsewhere, or presses Escape. */
  function bindPopups() {
    document.querySelectorAll('details[data-popup]').forEach(function (popup) {
      document.addEventListener('click', function (event) {
        if (!popup.contains(event.target)) {
          popup.open = false;
        }
      });
      popup.addEventListener('focusout', function (event) {
        if (event.relatedTarget && !popup.contains(event.relatedTarget)) {
          popup.open = false;
        }
      });
      popup.addEventListener('keydown', function (event) {
        if (event.key === 'Escape') {
          popup.open = false;
          popup.querySelector('summary').focus();
        }
      });
    });
  }

  /* The name or the form number of a page leads there; everything else is looked up by the server. */
  function bindSearch() {
    var form = document.querySelector('[data-search]');
    if (!form) {
      return;
    }
    form.addEventListener('submit', function (event) {
      var wanted = form.elements.find.value.trim().toLowerCase();
      var page = Array.prototype.find.call(document.querySelectorAll('#menu a'), function (link) {
        return wanted && [link.dataset.label, link.dataset.number || ''].join('\n').toLowerCase().split('\n').includes(wanted);
      });
      if (page || !wanted) {
        event.preventDefault();
      }
      if (page) {
        location.assign(page.href);
      }
    });
  }

  function bindDismissal() {
    document.addEventListener('click', function (event) {
      var button = event.target.closest('[data-dismiss]');
      if (button) {
        button.parentElement.remove();
      }
    });
  }

  /* PrimeFaces names the check boxes of the first page of a table only. */
  function nameCheckBoxes() {
    document
        .querySelectorAll('tbody .ui-selection-column .ui-chkbox-box:not([aria-label])')
        .forEach(function (box) {
          var row = box.closest('tr');
          var id = row.querySelector('.mono');
          box.setAttribute('aria-label', root.dataset.selectRow + ' ' + (id ? id.textContent : row.dataset.rk));
        });
  }

  /* Cells that take the focus are one more stop for each table, and hide the links and boxes in them
     from pointers that need targets of 24 px; links, boxes and buttons take it anyway. */
  function leaveCellsAlone() {
    if (window.PrimeFaces && window.PrimeFaces.widget.DataTable) {
      window.PrimeFaces.widget.DataTable.prototype.setupNavigableCells = function () {};
    }
  }

  function bindCheckBoxes() {
    if (window.jQuery) {
      window.jQuery(document).on('pfAjaxComplete', nameCheckBoxes);
    }
  }

  tellTimeZone();
  document.addEventListener('DOMContentLoaded', function () {
    bindChoices();
    bindMenu();
    bindPopups();
    bindSearch();
    bindDismissal();
    bindCheckBoxes();
    leaveCellsAlone();
  });
})();
