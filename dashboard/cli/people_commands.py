"""``people``: the commands that say who may come in where several share a page."""

from pathlib import Path
from typing import Annotated

import typer

from dashboard.access.people import Role
from dashboard.cli.options import AsJson

people = typer.Typer(
    help="Say who may see and change what 'serve --auth FILE' shows.",
    rich_markup_mode=None,
    no_args_is_help=True,
)

Auth = Annotated[
    Path, typer.Option("--auth", metavar="FILE", help="The file of people; it is made where it is not there.")
]
Name = Annotated[str, typer.Argument(metavar="NAME", help="What the person signs in with.")]
Reads = Annotated[
    bool,
    typer.Option("--password-stdin", help="Read the password from standard input rather than ask for it."),
]


@people.command(
    short_help="Let somebody in.",
    epilog="""\b
Examples:
  conflict-timeline people add Ann --role admin --auth people.txt
  conflict-timeline people add desk --role reader --no-password --auth people.txt""",
)
def add(
    name: Name,
    auth: Auth,
    role: Annotated[
        Role,
        typer.Option(
            "--role", help="A reader sees and exports, an editor corrects and adds, an admin takes out."
        ),
    ] = Role.READER,
    no_password: Annotated[
        bool, typer.Option("--no-password", help="Somebody whom a proxy signs in (serve --user-header).")
    ] = False,
    password_stdin: Reads = False,
) -> int:
    """Let somebody in, or give who is there already another role and password; the password is asked for, twice."""
    from dashboard.cli.people import add_person

    return add_person(auth, name, role, asks=not no_password, reads=password_stdin)


@people.command(short_help="Give somebody another role.")
def role(
    name: Name,
    role: Annotated[Role, typer.Argument(metavar="ROLE", help=f"One of {', '.join(Role)}.")],
    auth: Auth,
) -> int:
    """Give somebody another role; her sessions end."""
    from dashboard.cli.people import set_role

    return set_role(auth, name, role)


@people.command(short_help="Give somebody another password.")
def password(name: Name, auth: Auth, password_stdin: Reads = False) -> int:
    """Give somebody another password; her sessions end."""
    from dashboard.cli.people import set_password

    return set_password(auth, name, reads=password_stdin)


@people.command(short_help="Let somebody in no more.")
def remove(name: Name, auth: Auth) -> int:
    """Take somebody out; her sessions end."""
    from dashboard.cli.people import remove_person

    return remove_person(auth, name)


@people.command("list", short_help="Show who may come in.")
def list_(auth: Auth, as_json: AsJson = False) -> int:
    """Show who may come in, and as what."""
    from dashboard.cli.people import print_people

    return print_people(auth, as_json=as_json)
