"""Nothing that a repository's git config, attributes, hooks or the environment name is run, and git fetches nothing."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from command import environment
from hostile_repository import PLAN, Trap, ask, ask_everything, configure, plan_repository, trap
from repository import git, write

# Each is a way to have git run a program, as a config of git says it; {} is the command.
CONFIGS = {
    "fsmonitor": "[core]\n\tfsmonitor = {}\n",
    "pager": "[core]\n\tpager = {}\n[pager]\n\tlog = {}\n\tdiff-index = {}\n",
    "editor": "[core]\n\teditor = {}\n\taskPass = {}\n[sequence]\n\teditor = {}\n",
    "external": "[diff]\n\texternal = {}\n[diff \"evil\"]\n\tcommand = {}\n",
    "textconv": "[diff \"evil\"]\n\ttextconv = {}\n",
    "filter": "[filter \"evil\"]\n\tclean = {}\n\tsmudge = {}\n\trequired = true\n",
    "process": "[filter \"evil\"]\n\tprocess = {}\n\trequired = true\n",
"alias": "[alias]\n\tlog = !{}\n\tls-files = !{}\n\trev-parse = !{}\n",
    "signature": "[log]\n\tshowSignature = true\n[gpg]\n\tprogram = {}\n[gpg \"ssh\"]\n\tprogram = {}\n",
    "hooks": "[core]\n\thooksPath = HOOKS\n",
    "ssh": "[core]\n\tsshCommand = {}\n\tgitProxy = {}\n",
    "credential": "[credential]\n\thelper = !{}\n",
    "merge": "[merge \"evil\"]\n\tdriver = {}\n",
    "pack": "[uploadpack]\n\tpackObjectsHook = {}\n[remote \"origin\"]\n\turl = .\n\tuploadpack = {}\n",
    "trace": "[trace2]\n\tnormalTarget = SPRUNG/trace\n",
}  # fmt: skip
REMOTES = {
    "file": "url = .\n\tuploadpack = {}",
    "ext": "url = ext::{}",
    "ssh": "url = ssh://git.example/x",
    "helper": "url = trap::x\n\tvcs = trap",
}
PROTOCOLS = "".join(f'[protocol "{name}"]\n\tallow = always\n' for name in ("file", "ext", "ssh", "trap"))


@pytest.fixture
def trapped(tmp_path: Path) -> tuple[Path, Trap]:
    folder = plan_repository(tmp_path / "repository")
    write(folder, ".gitattributes", "*.md filter=evil diff=evil merge=evil\ndeal.md filter=e=v\n")
    return folder, trap(tmp_path / "trap")


def test_no_program_of_the_repositorys_config_is_run(trapped: tuple[Path, Trap]) -> None:
    folder, trap_ = trapped
    for way, config in CONFIGS.items():
        config = config.replace("SPRUNG", str(trap_.sprung)).replace("HOOKS", str(folder / "hooks"))
        configure(folder, config.replace("{}", trap_.call(way)))
    for ended in ask_everything(folder):
        assert ended.returncode in (0, 1), ended.stderr
    assert trap_.names == []


def test_a_filter_that_cannot_be_switched_off_is_refused_and_says_what_to_do(trapped: tuple[Path, Trap]) -> None:
    folder, trap_ = trapped
    configure(folder, f'[filter "e=v"]\n\tclean = {trap_.call("clean")}\n')
    ended = ask(folder, "check", "--changed-since", "HEAD")
    assert ended.returncode == 2
    assert "a filter with “=” in its name" in ended.stderr
    assert "Take it out of .git/config" in ended.stderr
    assert ask(folder, "check").returncode == 1, "without --changed-since nothing is filtered"
    assert trap_.names == []


def test_neither_are_hooks_included_configs_and_those_of_worktrees(trapped: tuple[Path, Trap]) -> None:
    folder, trap_ = trapped
    for name in ("post-index-change", "pre-commit", "reference-transaction", "post-checkout", "fsmonitor-watchman"):
        hook = folder / ".git" / "hooks" / name
        hook.write_text(f"#!/bin/sh\n{trap_.call('hook')}\n", "utf-8")
        hook.chmod(0o755)
    evil = f'[filter "evil"]\n\tclean = {trap_.call("included")}\n[core]\n\tfsmonitor = {trap_.call("included")}\n'
    write(folder, "included.cfg", evil)
    write(folder, ".git/config.worktree", evil.replace("included", "worktree"))
    configure(folder, "[include]\n\tpath = ../included.cfg\n[extensions]\n\tworktreeConfig = true\n")
    for ended in ask_everything(folder):
        assert ended.returncode in (0, 1), ended.stderr
    assert trap_.names == []


@pytest.mark.parametrize("remote", REMOTES)
@pytest.mark.parametrize("old", [False, True], ids=["git of today", "git before 2.45"])
def test_what_a_partial_clone_lacks_is_not_fetched(trapped: tuple[Path, Trap], remote: str, old: bool) -> None:
    folder, trap_ = trapped
    os.symlink(trap_.program, trap_.sprung.parent / "git-remote-trap")
    blob = git(folder, "rev-parse", "HEAD~1:deal.md").strip()
    (folder / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    configure(folder, f"[core]\n\tsshCommand = {trap_.call('ssh')}\n{PROTOCOLS}")
    configure(folder, "[core]\n\trepositoryformatversion = 1\n[extensions]\n\tpartialClone = origin\n")
    configure(folder, f'[remote "origin"]\n\t{REMOTES[remote].replace("{}", trap_.call("fetch"))}\n\tpromisor = true\n')
    path = f"{trap_.sprung.parent}{os.pathsep}{os.environ['PATH']}"
    if old:  # which did not know the variable that forbids it, and has to be kept from speaking with anybody
        wrapper = trap_.sprung.parent / "git"
        real = subprocess.run(["sh", "-c", "command -v git"], capture_output=True, check=True, text=True).stdout.strip()
        wrapper.write_text(f'#!/bin/sh\nunset GIT_NO_LAZY_FETCH\nexec {real} "$@"\n', "utf-8")
        wrapper.chmod(0o755)
    told = ask(folder, "check", "--changed-since", "HEAD~1", PATH=path)
    assert told.returncode == 2
    assert "this is a partial clone, and nothing is fetched here" in told.stderr
    quiet = ask(folder, "check", PATH=path)
    assert "note: a partial clone, and nothing is fetched: whether a close date moved" in quiet.stderr
    ask(folder, "check", "--portfolio", PATH=path, GIT_ALLOW_PROTOCOL="file:ext:ssh:trap", GIT_NO_LAZY_FETCH="0")
    assert trap_.names == []


def test_variables_of_git_do_not_count(trapped: tuple[Path, Trap], tmp_path: Path) -> None:
    folder, trap_ = trapped
    write(tmp_path, "home/evil.cfg", f"[core]\n\tfsmonitor = {trap_.call('global')}\n")
    call = trap_.call("variable")
    more = {
        "GIT_EXTERNAL_DIFF": call, "GIT_PAGER": call, "GIT_SSH_COMMAND": call, "GIT_SSH": trap_.program,
        "GIT_EDITOR": call, "GIT_ASKPASS": trap_.program, "GIT_PROXY_COMMAND": trap_.program,
        "GIT_EXEC_PATH": str(tmp_path), "GIT_TRACE": str(trap_.sprung / "trace"),
        "GIT_TRACE2": str(trap_.sprung / "trace2"), "GIT_CONFIG_GLOBAL": str(tmp_path / "home" / "evil.cfg"),
        "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.fsmonitor", "GIT_CONFIG_VALUE_0": call,
        "GIT_CONFIG_PARAMETERS": f"'core.fsmonitor'='{call}'", "GIT_DIR": str(tmp_path / "nowhere"),
        "GIT_WORK_TREE": str(tmp_path), "GIT_INDEX_FILE": str(tmp_path / "none"), "GIT_NO_LAZY_FETCH": "0",
    }  # fmt: skip
    before = [(ended.returncode, ended.stdout) for ended in ask_everything(folder)]
    write(folder, "deal.md", PLAN.format(month="08").replace("Vesna to", "Vesna Ilic to"))
    after = [(ended.returncode, ended.stdout) for ended in ask_everything(folder, **more)]
    assert trap_.names == []
    assert after == before


def test_a_git_in_the_judged_folder_is_not_the_git_that_is_asked(trapped: tuple[Path, Trap]) -> None:
    folder, trap_ = trapped
    for name in ("git", "git.exe"):
        os.symlink(trap_.program, folder / name)
    for path in (f".{os.pathsep}{os.environ['PATH']}", f"{os.pathsep}{os.environ['PATH']}"):
        ended = ask(folder, "check", PATH=path)
        assert ended.returncode == 1, ended.stderr
    assert trap_.names == []
    assert ask(folder, "check", "--changed-since", "HEAD", PATH=".").returncode == 2
    assert trap_.names == []


def test_a_bare_repository_among_the_files_has_no_say(tmp_path: Path) -> None:
    trap_ = trap(tmp_path / "trap")
    inner = tmp_path / "plans" / "inner"
    subprocess.run(["git", "init", "--quiet", "--bare", str(inner)], env=environment(), check=True)
    with open(inner / "config", "a", encoding="utf-8") as file:
        file.write(f"[core]\n\tbare = false\n\tworktree = ..\n\tfsmonitor = {trap_.call('bare')}\n")
    write(inner, "deal.md", PLAN.format(month="08"))
    for words in (("check",), ("check", "--as-of", "commit"), ("check", "--portfolio")):
        ask(inner, *words)
    assert trap_.names == []


def test_a_repository_that_belongs_to_somebody_else_is_judged_without_gits_word(tmp_path: Path) -> None:
    folder = plan_repository(tmp_path / "repository")
    # Git's own way to have every repository taken for another owner's.
    wrapper = tmp_path / "bin" / "git"
    wrapper.parent.mkdir()
    real = subprocess.run(["sh", "-c", "command -v git"], capture_output=True, check=True, text=True).stdout.strip()
    wrapper.write_text(f'#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec {real} "$@"\n', "utf-8")
    wrapper.chmod(0o755)
    path = f"{wrapper.parent}{os.pathsep}{os.environ['PATH']}"
    ended = ask(folder, "check", PATH=path, HOME=str(tmp_path))
    assert ended.returncode == 1
    assert "dubious ownership" in ended.stderr
    told = ask(folder, "check", "--changed-since", "HEAD", PATH=path, HOME=str(tmp_path))
    assert told.returncode == 2
    assert "what changed here cannot be told" in told.stderr


def test_a_working_tree_that_lies_elsewhere_is_none(tmp_path: Path) -> None:
    folder = plan_repository(tmp_path / "repository")
    (tmp_path / "elsewhere").mkdir()
    configure(folder, f"[core]\n\tworktree = {tmp_path / 'elsewhere'}\n")
    ended = ask(folder, "check")
    assert ended.returncode == 1
    assert "git says that its working tree lies elsewhere; what lies there counts" in ended.stderr
