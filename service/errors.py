"""What can go wrong in the service, and which HTTP status each error of the three packages becomes.

ServiceError
├── SettingsInvalid         a KILDESVAR_* variable is unknown or out of bounds
├── AnswerModelUnavailable  the language model timed out, refused or broke off
└── RequestRefused          one request cannot be served; the others go on
    ├── BadRequest          what was sent makes no sense
    ├── NotSignedIn         no key, or not a valid one
    ├── NotAllowed          signed in, but the role is missing
    ├── NotFound            no such document, passage, meeting or page that the caller may see
    ├── BodyTooLarge        more bytes than the limit
    ├── TooManyRequests     beyond the rate limit; carries the seconds to wait
    ├── UploadRefused       an uploaded file has a name or type that is not taken in
    ├── NotStored           what was sent could not be kept: the disk is full or read-only, or too many write at once
    └── ServiceNotReady     no generation of the index answers
        └── NoIndexYet      nothing has been built
"""

from __future__ import annotations

from http import HTTPStatus

from index import errors as index_errors
from ingest import errors as ingest_errors
from ingest.pipeline.settings import SettingsError as CorpusSettingsError


class ServiceError(Exception):
    """Root of all errors of the service."""


class SettingsInvalid(ServiceError):
    """A KILDESVAR_* variable is unknown or out of bounds."""


class AnswerModelUnavailable(ServiceError):
    """The language model timed out, refused or broke off."""


class RequestRefused(ServiceError):
    """One request cannot be served; the others go on."""


class BadRequest(RequestRefused):
    """What was sent makes no sense."""


class NotSignedIn(RequestRefused):
    """No key, or not a valid one."""


class NotAllowed(RequestRefused):
    """Signed in, but the role is missing."""


class NotFound(RequestRefused):
    """No such document, passage, meeting or page that the caller may see: the same words whether it is closed or not there."""

    def __init__(self, what: str, name: str) -> None:
        super().__init__(f"There is no {what} {name!r} here.")


class BodyTooLarge(RequestRefused):
    """More bytes than the limit."""

    def __init__(self, limit_bytes: int) -> None:
        super().__init__(f"The request is larger than the limit of {limit_bytes} bytes. Send less.")


class TooManyRequests(RequestRefused):
    """Beyond the rate limit; `retry_after_seconds` says how long to wait."""

    def __init__(self, retry_after_seconds: int) -> None:
        super().__init__(f"Too many requests from this address. Try again in {retry_after_seconds} seconds.")
        self.retry_after_seconds = retry_after_seconds


class UploadRefused(RequestRefused):
    """An uploaded file has a name or type that is not taken in."""


class NotStored(RequestRefused):
    """What was sent could not be kept: the disk is full or read-only, or too many write at once."""


class ServiceNotReady(RequestRefused):
    """No generation of the index answers."""


class NoIndexYet(ServiceNotReady):
    """Nothing has been built."""


HTTP_STATUS: dict[type[Exception], HTTPStatus] = {
    SettingsInvalid: HTTPStatus.INTERNAL_SERVER_ERROR,
    AnswerModelUnavailable: HTTPStatus.SERVICE_UNAVAILABLE,
    BadRequest: HTTPStatus.BAD_REQUEST,
    NotSignedIn: HTTPStatus.UNAUTHORIZED,
    NotAllowed: HTTPStatus.FORBIDDEN,
    NotFound: HTTPStatus.NOT_FOUND,
    BodyTooLarge: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    TooManyRequests: HTTPStatus.TOO_MANY_REQUESTS,
    UploadRefused: HTTPStatus.UNPROCESSABLE_ENTITY,
    NotStored: HTTPStatus.SERVICE_UNAVAILABLE,
    ServiceNotReady: HTTPStatus.SERVICE_UNAVAILABLE,
    NoIndexYet: HTTPStatus.SERVICE_UNAVAILABLE,
    index_errors.IndexNotFound: HTTPStatus.SERVICE_UNAVAILABLE,
    index_errors.IndexCorrupt: HTTPStatus.SERVICE_UNAVAILABLE,
    index_errors.FormatMismatch: HTTPStatus.SERVICE_UNAVAILABLE,
    index_errors.ModelUnavailable: HTTPStatus.SERVICE_UNAVAILABLE,
    index_errors.BuildInProgress: HTTPStatus.CONFLICT,
    index_errors.GenerationNotFound: HTTPStatus.NOT_FOUND,
    CorpusSettingsError: HTTPStatus.UNPROCESSABLE_ENTITY,
    ingest_errors.SourceNotFound: HTTPStatus.UNPROCESSABLE_ENTITY,
    ingest_errors.NothingToRead: HTTPStatus.UNPROCESSABLE_ENTITY,
    ingest_errors.EncryptedDocument: HTTPStatus.UNPROCESSABLE_ENTITY,
    ingest_errors.EmptyDocument: HTTPStatus.UNPROCESSABLE_ENTITY,
    ingest_errors.UnknownFormat: HTTPStatus.UNPROCESSABLE_ENTITY,
    ingest_errors.LimitExceeded: HTTPStatus.UNPROCESSABLE_ENTITY,
}
"""Every leaf of the three error trees and its HTTP status (RFC 9110); a test walks the trees and looks each leaf up here."""


def status_of(error: Exception) -> HTTPStatus:
    """Give the HTTP status of an error: its own, else that of its nearest ancestor in the table, else 500."""
    for kind in type(error).__mro__:
        if kind in HTTP_STATUS:
            return HTTP_STATUS[kind]
    return HTTPStatus.INTERNAL_SERVER_ERROR
