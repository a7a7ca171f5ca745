// Wagtail's script for many files at once keeps to itself why one is not taken back:
// the reason is shown below the button that was pressed.
window.jQuery(document).on("ajaxSuccess", (event, request, settings, answer) => {
  const address = new URL(settings.url, location).href;
  const buttons = [...document.querySelectorAll("#upload-list .delete")];
  const pressed = buttons.find((button) => button.href === address);
  if (!pressed || !answer?.error_message) return;
  const form = pressed.closest("form");
  const refusal = form.querySelector("[role=alert]") ?? document.createElement("p");
  refusal.className = "help-block help-critical";
  refusal.setAttribute("role", "alert");
  refusal.textContent = answer.error_message;
  form.append(refusal);
});
