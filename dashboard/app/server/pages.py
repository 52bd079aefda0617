"""The plain pages of signing in, of who may come in and of links, as templates: names are set as text by the engine."""

_HEAD = """<!doctype html>
<html lang="{{ spoken.code }}" dir="{{ spoken.direction }}"><head><meta charset="utf-8"><link rel="icon" href="data:,"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{% block title %}{% endblock %}</title><style>
:root { color-scheme: light dark; --ink: #1b2129; --soft: #57606c; --line: #d9dee4; --paper: #fff; --panel: #f5f7f9; --accent: #0b5cad; --on: #fff; --bad: #a4262c; }
@media (prefers-color-scheme: dark) { :root { --ink: #e7eaee; --soft: #a3adb8; --line: #333b45; --paper: #16181d; --panel: #1c1f25; --accent: #7bb8f2; --on: #10202f; --bad: #ff8f88; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--panel); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", sans-serif; }
main { width: min(100% - 32px, var(--wide, 360px)); background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: 28px; margin: 24px 0; }
h1 { font-size: 19px; margin: 0 0 4px; } h2 { font-size: 15px; margin: 28px 0 8px; } p { margin: 0 0 16px; color: var(--soft); }
label { display: block; margin: 12px 0 4px; font-size: 13px; font-weight: 600; }
input, select, button { font: inherit; color: inherit; padding: 7px 10px; border: 1px solid var(--line); border-radius: 5px; background: var(--paper); }
label + input { width: 100%; }
button { cursor: pointer; } button.main { width: 100%; margin-top: 20px; background: var(--accent); border-color: var(--accent); color: var(--on); font-weight: 600; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.given { overflow-wrap: anywhere; user-select: all; font: 13px/1.5 ui-monospace, monospace; background: var(--panel); border: 1px solid var(--line); border-radius: 5px; padding: 8px 10px; }
.wrong { color: var(--bad); margin: 12px 0 0; font-weight: 600; } .mine { color: var(--soft); }
table { width: 100%; border-collapse: collapse; } td, th { text-align: start; padding: 8px 8px 8px 0; border-top: 1px solid var(--line); vertical-align: middle; } th { font-size: 13px; color: var(--soft); border: 0; }
form.row { display: flex; gap: 6px; flex-wrap: wrap; align-items: center; } form.row input { width: 130px; } a { color: var(--accent); }
</style></head><body><main>"""

SIGN_IN_PAGE = (
    _HEAD.replace("{% block title %}{% endblock %}", "{{ say('Sign in') }} · conflict-timeline")
    + """
<h1>{{ say("Sign in") }}</h1><p>{{ say("This timeline is shared by a few people.") }}</p>
<form method="post" action="/sign-in">
<label for="name">{{ say("Name") }}</label>
<input id="name" name="name" value="{{ name }}" autocomplete="username" required maxlength="60" dir="auto" {{ 'autofocus' if not name }}>
<label for="password">{{ say("Password") }}</label>
<input id="password" name="password" type="password" autocomplete="current-password" required maxlength="256" {{ 'autofocus' if name }}>
<input type="hidden" name="next" value="{{ next }}">
{% if words %}<p class="wrong" role="alert">{{ words[:1].upper() }}{{ words[1:] }}.</p>{% endif %}
<button class="main">{{ say("Sign in") }}</button>
</form></main></body></html>"""
)

PEOPLE_PAGE = (
    _HEAD.replace(
        "{% block title %}{% endblock %}", "{{ say('Who may see this timeline') }} · conflict-timeline"
    ).replace("<main>", '<main style="--wide: 760px">')
    + """
<h1>{{ say("Who may see this timeline") }}</h1>
<p>{{ say("A reader sees and exports; an editor corrects, reviews and adds; an admin takes reports out and says who else may come.") }} <a href="/">{{ say("Back to the timeline") }}</a></p>
{% if words %}<p class="wrong" role="alert">{{ words[:1].upper() }}{{ words[1:] }}.</p>{% endif %}
<table><thead><tr><th>{{ say("Name") }}</th><th>{{ say("Role") }}</th>{% if not by_proxy %}<th>{{ say("Password") }}</th>{% endif %}<th></th></tr></thead><tbody>
{% for each in people %}<tr><td><bdi>{{ each.name }}</bdi>{% if each.name == mine %} <span class="mine">({{ say("you") }})</span>{% endif %}</td>
<td><form class="row" method="post" action="/people"><input type="hidden" name="verb" value="role"><input type="hidden" name="name" value="{{ each.name }}">
<select name="role" aria-label="{{ say('Role of {name}', name=each.name) }}">{% for role in roles %}<option value="{{ role }}" {{ 'selected' if role == each.role }}>{{ term(role) }}</option>{% endfor %}</select><button>{{ say('Set') }}</button></form></td>
{% if not by_proxy %}<td><form class="row" method="post" action="/people"><input type="hidden" name="verb" value="password"><input type="hidden" name="name" value="{{ each.name }}">
<input name="password" type="password" autocomplete="new-password" required minlength="8" maxlength="256" aria-label="{{ say('New password of {name}', name=each.name) }}"><button>{{ say('Set') }}</button></form></td>{% endif %}
<td><form class="row" method="post" action="/people"><input type="hidden" name="verb" value="remove"><input type="hidden" name="name" value="{{ each.name }}"><button>{{ say("Remove") }}</button></form></td></tr>
{% endfor %}</tbody></table>
<h2>{{ say("Add somebody") }}</h2>
<form class="row" method="post" action="/people"><input type="hidden" name="verb" value="add">
<input name="name" placeholder="{{ say('Name') }}" aria-label="{{ say('Name') }}" required maxlength="60" dir="auto">
<select name="role" aria-label="{{ say('Role') }}">{% for role in roles %}<option value="{{ role }}">{{ term(role) }}</option>{% endfor %}</select>
{% if not by_proxy %}<input name="password" type="password" placeholder="{{ say('Password') }}" aria-label="{{ say('Password') }}" autocomplete="new-password" required minlength="8" maxlength="256">{% endif %}
<button>{{ say("Add") }}</button></form></main></body></html>"""
)

SHARES_PAGE = (
    _HEAD.replace(
        "{% block title %}{% endblock %}", "{{ say('Links for pages of yours') }} · conflict-timeline"
    ).replace("<main>", '<main style="--wide: 760px">')
    + """
<h1>{{ say("Links for pages of yours") }}</h1>
<p>{{ say("Whoever has such a link sees its view without signing in: the events, quotes and sources that it holds at the time, and nothing else. Nothing can be changed by it. It ends when it is taken back here, and when who made it is an editor no more.") }} <a href="/">{{ say("Back to the timeline") }}</a></p>
{% if not frames %}<p>{{ say("No other site may show it in a frame: this server was started without --embed-in.") }}</p>{% endif %}
{% if words %}<p class="wrong" role="alert">{{ words[:1].upper() }}{{ words[1:] }}.</p>{% endif %}
{% if address %}<div role="status"><h2>{{ say("Your new link; it is shown only now") }}</h2><p class="given" dir="ltr">{{ address }}</p>
<h2>{{ say("HTML that shows this view in a page of yours") }}</h2><p class="given" dir="ltr">{{ code }}</p></div>{% endif %}
{% if view is not none %}<form class="row" method="post" action="/shares"><input type="hidden" name="verb" value="make"><input type="hidden" name="view" value="{{ view }}">
<button>{{ say("Make a link of this view") }}</button> <a href="/?{{ view }}">{{ say("Look at it") }}</a></form>{% endif %}
<h2>{{ say("Links there are") }}</h2>
{% if links %}<table><thead><tr><th>{{ say("View") }}</th><th>{{ say("Made by") }}</th><th></th></tr></thead><tbody>
{% for each in links %}<tr><td><a href="/?{{ each.link.query }}"><bdi>{{ each.words }}</bdi></a></td>
<td><bdi>{{ each.link.who }}</bdi>, {{ each.day }}{% if each.ended %} <span class="mine">({{ say("ended") }})</span>{% endif %}</td>
<td>{% if each.mine %}<form class="row" method="post" action="/shares"><input type="hidden" name="kept" value="{{ each.link.kept }}"><button>{{ say("Take back") }}</button></form>{% endif %}</td></tr>
{% endfor %}</tbody></table>{% else %}<p>{{ say("none yet") }}</p>{% endif %}</main></body></html>"""
)

FRAMED_PAGE = (
    _HEAD.replace("{% block title %}{% endblock %}", "conflict-timeline")
    + """
<p role="alert">{{ words }}</p><a href="/" target="_blank" rel="noopener">{{ say("Open the whole page") }}</a></main></body></html>"""
)

PLAIN_PAGES = (SIGN_IN_PAGE, PEOPLE_PAGE, SHARES_PAGE, FRAMED_PAGE)
"""All of them: their words are collected, and none stands in them unsaid."""
