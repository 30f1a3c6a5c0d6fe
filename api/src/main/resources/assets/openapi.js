/* Draws the description of the API. */
window.addEventListener('load', function () {
  'use strict';
  window.SwaggerUIBundle({ url: '/openapi.json', dom_id: '#openapi', deepLinking: true, displayRequestDuration: true });
});
