"""A stand-in for the Hugging Face Hub, over HTTP: the requests that huggingface_hub makes for datasets."""

from __future__ import annotations

import base64
import fnmatch
import hashlib
import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import yaml
from hub_repos import IN_LFS, READER, TOKEN, AnswerError, Hub, Repo, content_oid, entries, entry


class Handler(BaseHTTPRequestHandler):
    """One connection to the stand-in."""

    protocol_version = "HTTP/1.1"
    hub: Hub

    def do_GET(self) -> None:
        """Answer any request."""
        self._answer()

    do_HEAD = do_POST = do_PUT = do_DELETE = do_GET  # noqa: N815

    def log_message(self, format: str, *args: Any) -> None:
        """Keep quiet."""

    def _answer(self) -> None:
        url = urlsplit(self.path)
        self.query, path = parse_qs(url.query), unquote(url.path)
        self.body = self._read()
        try:
            with self.hub.lock:
                self.hub.log.append((self.command, path))
                self._meet_trouble(path)
                self._route(path)
        except AnswerError as answer:
            headers = {"X-Error-Message": answer.message} | ({"X-Error-Code": answer.code} if answer.code else {})
            self._send(json.dumps({"error": answer.message}).encode(), answer.status, headers)

    def _read(self) -> bytes:
        if self.headers.get("Transfer-Encoding") != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        chunks = []
        while size := int(self.rfile.readline(), 16):
            chunks.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(chunks)

    def _meet_trouble(self, path: str) -> None:
        for trouble in self.hub.troubles:
            method, pattern, do = trouble
            if method == self.command and re.search(pattern, path):
                self.hub.troubles.remove(trouble)
                do()
                return

    def _route(self, path: str) -> None:
        for method, pattern, name in ROUTES:
            match = re.fullmatch(pattern, path)
            if match and self.command in method.split("|"):
                getattr(self, name)(**match.groupdict())
                return
        raise AnswerError(404, "", f"no such page: {path}")

    def _token(self) -> str | None:
        return self.headers.get("Authorization", "").removeprefix("Bearer ") or None

    def _demand_write(self) -> None:
        if self._token() is None:
            raise AnswerError(401, "", "Invalid username or password.")
        if self._token() == READER:
            raise AnswerError(403, "", "You don't have the rights to do that")
        if self._token() != TOKEN:
            raise AnswerError(401, "", "Invalid credentials in Authorization header")

    def _repo(self, repo: str) -> Repo:
        token = self._token()
        if token not in (None, TOKEN, READER):
            raise AnswerError(401, "", "Invalid credentials in Authorization header")
        found = self.hub.repos.get(repo)
        if found is None or (found.private and token is None):
            raise AnswerError(404 if token else 401, "RepoNotFound", "Repository not found")
        return found

    def _send(self, body: bytes, status: int = 200, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        headers = {"Content-Type": "application/json", "Content-Length": str(len(body))} | (headers or {})
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _send_json(self, content: Any) -> None:
        self._send(json.dumps(content).encode())

    def whoami(self) -> None:
        self._demand_write()
        self._send_json({"name": "acme", "type": "user", "auth": {"accessToken": {"role": "write"}}, "orgs": []})

    def exchange(self) -> None:
        if json.loads(self.body)["subject_token"] != "identity-of-the-workflow":
            raise AnswerError(400, "", "invalid_grant")
        self._send_json({"access_token": TOKEN, "token_type": "bearer", "expires_in": 3600})

    def create(self) -> None:
        self._demand_write()
        asked = json.loads(self.body)
        name = f"{asked.get('organization') or 'acme'}/{asked['name']}"
        if name in self.hub.repos:
            raise AnswerError(409, "", "You already created this dataset repo")
        private = asked.get("visibility") == "private" or bool(asked.get("private"))
        self.hub.repos[name] = Repo(private)
        self.hub.repos[name].commit({".gitattributes": b"*.parquet filter=lfs diff=lfs merge=lfs -text\n"})
        self._send_json({"url": f"{self.hub.url}/datasets/{name}", "name": name, "id": name})

    def info(self, repo: str, revision: str = "main") -> None:
        found = self._repo(repo)
        sha = found.at(revision)
        self._send_json(
            {
                "id": repo,
                "author": repo.split("/")[0],
                "sha": sha,
                "private": found.private,
                "gated": False,
                "disabled": False,
                "tags": [],
                "downloads": 0,
                "likes": 0,
                "lastModified": "2026-01-01T00:00:00.000Z",
                "siblings": [{"rfilename": path} for path in sorted(found.commits[sha])],
            }
        )

    def refs(self, repo: str) -> None:
        found = self._repo(repo)
        main = {"name": "main", "ref": "refs/heads/main", "targetCommit": found.main}
        tags = [{"name": tag, "ref": f"refs/tags/{tag}", "targetCommit": sha} for tag, sha in found.tags.items()]
        self._send_json({"branches": [main], "converts": [], "tags": tags})

    def commits(self, repo: str, revision: str) -> None:
        found = self._repo(repo)
        shas = list(found.commits)[: list(found.commits).index(found.at(revision)) + 1]
        dated = {"title": "", "message": "", "authors": [], "date": "2026-01-01T00:00:00.000Z"}
        self._send_json([{"id": sha, **dated} for sha in reversed(shas)])

    def validate_yaml(self) -> None:
        text = json.loads(self.body)["content"]
        try:
            yaml.safe_load(text.split("---")[1] if text.startswith("---") else "")
        except yaml.YAMLError as error:
            answer = {"errors": [{"message": str(error)}], "warnings": []}
            self._send(json.dumps(answer).encode(), 400)
            return
        self._send_json({"errors": [], "warnings": []})

    def preupload(self, repo: str, revision: str) -> None:
        self._demand_write()
        found = self._repo(repo)
        there = entries(found.commits[found.at(revision)])
        ignored = found.files.get(".gitignore", b"").decode().split()
        told = [
            {
                "path": path,
                "uploadMode": "lfs" if fnmatch.fnmatch(path, IN_LFS) else "regular",
                "shouldIgnore": any(fnmatch.fnmatch(path, pattern) for pattern in ignored),
                "oid": content_oid(there[path]) if path in there else None,
            }
            for path in (file["path"] for file in json.loads(self.body)["files"])
        ]
        self._send_json({"files": told})

    def lfs_batch(self, repo: str) -> None:
        self._demand_write()
        self._repo(repo)
        told = []
        for item in json.loads(self.body)["objects"]:
            upload = {"upload": {"href": f"{self.hub.url}/lfs/{item['oid']}", "header": {}}}
            told.append(dict(item) | ({} if item["oid"] in self.hub.stored else {"actions": upload}))
        self._send_json({"transfer": "basic", "objects": told})

    def lfs_put(self, oid: str) -> None:
        if hashlib.sha256(self.body).hexdigest() != oid:
            raise AnswerError(400, "", "the content is not what its name says")
        self.hub.stored[oid] = self.body
        self._send(b"", headers={"ETag": f'"{oid}"'})

    def commit(self, repo: str, revision: str) -> None:
        self._demand_write()
        found = self._repo(repo)
        found.at(revision)
        lines = [json.loads(line) for line in self.body.splitlines()]
        parent = lines[0]["value"].get("parentCommit")
        if parent not in (None, found.main):
            raise AnswerError(412, "", "A commit has happened since. Please refresh and try again.")
        files = dict(found.files)
        for line in lines[1:]:
            value = line["value"]
            if line["key"] == "file":
                files[value["path"]] = base64.b64decode(value["content"])
            elif line["key"] == "lfsFile":
                files[value["path"]] = self.hub.stored[value["oid"]]
            elif line["key"] == "deletedFile":
                del files[value["path"]]
        sha = found.commit(files)
        self._send_json({"commitOid": sha, "commitUrl": f"{self.hub.url}/datasets/{repo}/commit/{sha}"})

    def tag(self, repo: str, revision: str) -> None:
        self._demand_write()
        found, name = self._repo(repo), json.loads(self.body)["tag"]
        if name in found.tags:
            raise AnswerError(409, "", f"Tag {name} already exists")
        found.tags[name] = found.at(revision)
        self._send_json({})

    def tree(self, repo: str, revision: str, path: str = "") -> None:
        found = self._repo(repo)
        there = entries(found.commits[found.at(revision)])
        under = f"{path}/" if path else ""
        if path and path not in there:
            raise AnswerError(404, "EntryNotFound", f"{path} does not exist")
        deep = self.query.get("recursive", ["false"])[0].lower() in ("true", "1")
        names = [name for name in sorted(there) if name.startswith(under) and (deep or "/" not in name[len(under) :])]
        self._send_json([there[name] for name in names])

    def paths_info(self, repo: str, revision: str) -> None:
        found = self._repo(repo)
        there = entries(found.commits[found.at(revision)])
        json_body = "json" in self.headers.get("Content-Type", "")
        paths = json.loads(self.body)["paths"] if json_body else parse_qs(self.body.decode()).get("paths", [])
        names = [path.strip("/") for path in ([paths] if isinstance(paths, str) else paths)]
        self._send_json([there[name] for name in names if name in there])

    def resolve(self, repo: str, revision: str, path: str) -> None:
        found = self._repo(repo)
        sha = found.at(revision)
        content = found.commits[sha].get(path)
        if content is None:
            raise AnswerError(404, "EntryNotFound", f"{path} does not exist")
        headers = {"ETag": f'"{content_oid(entry(path, content))}"', "X-Repo-Commit": sha, "Accept-Ranges": "bytes"}
        headers["Content-Type"] = "application/octet-stream"
        asked = re.fullmatch(r"bytes=(\d*)-(\d*)", self.headers.get("Range", ""))
        if not asked:
            self._send(content, headers=headers)
            return
        size = len(content)
        first = int(asked[1]) if asked[1] else max(size - int(asked[2]), 0)
        last = min(int(asked[2]), size - 1) if asked[1] and asked[2] else size - 1
        headers["Content-Range"] = f"bytes {first}-{last}/{size}"
        self._send(content[first : last + 1], 206, headers)


API = r"/api/datasets/(?P<repo>[^/]+/[^/]+)"
ROUTES = [
    ("GET", r"/api/whoami-v2", "whoami"),
    ("POST", r"/oauth/token", "exchange"),
    ("POST", r"/api/repos/create", "create"),
    ("POST", r"/api/validate-yaml", "validate_yaml"),
    ("GET", rf"{API}/refs", "refs"),
    ("GET", rf"{API}/commits/(?P<revision>.+)", "commits"),
    ("GET", rf"{API}/revision/(?P<revision>.+)", "info"),
    ("GET", rf"{API}/tree/(?P<revision>[^/]+)(?:/(?P<path>.+))?", "tree"),
    ("GET", API, "info"),
    ("POST", rf"{API}/preupload/(?P<revision>.+)", "preupload"),
    ("POST", rf"{API}/commit/(?P<revision>.+)", "commit"),
    ("POST", rf"{API}/tag/(?P<revision>.+)", "tag"),
    ("POST", rf"{API}/paths-info/(?P<revision>[^/]+)", "paths_info"),
    ("POST", r"/datasets/(?P<repo>[^/]+/[^/]+)\.git/info/lfs/objects/batch", "lfs_batch"),
    ("PUT", r"/lfs/(?P<oid>[0-9a-f]{64})", "lfs_put"),
    ("GET|HEAD", r"/datasets/(?P<repo>[^/]+/[^/]+)/resolve/(?P<revision>[^/]+)/(?P<path>.+)", "resolve"),
]


@contextmanager
def serve() -> Iterator[Hub]:
    """A running stand-in, stopped when the block ends."""
    hub = Hub()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Handler,), {"hub": hub}))
    server.daemon_threads = True
    hub.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield hub
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
