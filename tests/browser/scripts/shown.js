// Which of the selectors match something that is visible.
(selectors) => selectors.filter((selector) => [...document.querySelectorAll(selector)].some((e) => e.checkVisibility()));
