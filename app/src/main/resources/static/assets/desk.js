// Passkeys: asks the server for a question, the browser for the answer, and hands it back. Everything
// else on the desk works without script.
"use strict";

const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const readable = (options) => {
  options.challenge = bytes(options.challenge);
  if (options.user) options.user.id = bytes(options.user.id);
  for (const list of ["excludeCredentials", "allowCredentials"]) {
    options[list] = (options[list] || []).map((each) => ({ ...each, id: bytes(each.id) }));
  }
  delete options.extensions;
  return options;
};

const written = (credential) => {
  const answer = credential.response;
  const response = { clientDataJSON: text(answer.clientDataJSON) };
  if (answer.attestationObject) {
    response.attestationObject = text(answer.attestationObject);
    response.transports = answer.getTransports ? answer.getTransports() : [];
  } else {
    response.authenticatorData = text(answer.authenticatorData);
    response.signature = text(answer.signature);
    if (answer.userHandle) response.userHandle = text(answer.userHandle);
  }
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: {},
    authenticatorAttachment: credential.authenticatorAttachment,
  });
};

const send = async (address, fields) => {
  const reply = await fetch(address, { method: "POST", body: new URLSearchParams(fields) });
  const said = (reply.headers.get("Content-Type") || "").includes("json") ? await reply.json() : {};
  return { isRight: reply.ok && !reply.redirected, said };
};

const begin = async (place, form) => {
  const told = place.querySelector("[data-said]");
  const fields = new FormData(form);
  told.textContent = "";
  const question = await send(place.dataset.address + "/passkey-question", fields);
  if (!question.isRight) {
    told.textContent = question.said.problem || told.dataset.failed;
    return;
  }
  const publicKey = readable(JSON.parse(question.said.options));
  let credential;
  try {
    credential = place.dataset.passkey === "make"
      ? await navigator.credentials.create({ publicKey })
      : await navigator.credentials.get({ publicKey });
  } catch {
    told.textContent = told.dataset.failed;
    return;
  }
  fields.set("token", question.said.token);
  fields.set("answer", written(credential));
  const end = await send(place.dataset.address + "/passkey", fields);
  if (end.isRight && end.said.next) location.assign(end.said.next);
  else told.textContent = end.said.problem || told.dataset.failed;
};

if (window.PublicKeyCredential) {
  for (const place of document.querySelectorAll("[data-passkey]")) {
    const form = place.querySelector("form") || place.closest("form");
    place.hidden = false;
    place.querySelector("button").addEventListener("click", async (event) => {
      event.preventDefault();
      event.target.disabled = true;
      try {
        await begin(place, form);
      } finally {
        event.target.disabled = false;
      }
    });
  }
}

// What is wrong is read out first, also after a page has been loaded anew.
document.getElementById("problems")?.focus();
