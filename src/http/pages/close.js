/*
 * Closes the sign-in's pop-up. Teams is given the one-time code, closes the window and sends the code to the bot
 * (`signin/verifyState`). Outside Teams nobody answers: then the window closes if the browser lets it, and otherwise its
 * text says that it can be closed. The bot knows of the sign-in already, either way.
 */
(() => {
  const { code } = document.currentScript.dataset;
  const patience = 5000;

  const silence = new Promise((_, reject) => {
    setTimeout(() => reject(new Error('No Teams client answered')), patience);
  });

  Promise.race([microsoftTeams.app.initialize(), silence])
    .then(() => microsoftTeams.authentication.notifySuccess(code))
    .catch(() => window.close());
})();
