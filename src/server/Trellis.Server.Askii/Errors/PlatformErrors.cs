using Microsoft.AspNetCore.Http;
using Trellis.Server.Askii.Requests;
using Trellis.Server.Kernel.Identity;

namespace Trellis.Server.Askii.Errors;

/// <summary>Every refusal of the platform endpoints, with its words.</summary>
internal static class PlatformErrors
{
    /// <summary>The body is empty.</summary>
    public static PlatformError NoBody() => OfBody("Field required", "missing");

    /// <summary>The body is not JSON from a position on.</summary>
    public static PlatformError NotJson(long position) => OfBody("JSON decode error", "json_invalid", position);

    /// <summary>The body is not UTF-8.</summary>
    public static PlatformError NotUtf8() => OfBody("JSON decode error: the body is not UTF-8", "json_invalid");

    /// <summary>The body is JSON, but no object.</summary>
    public static PlatformError NotAnObject() => OfBody("Input should be a valid dictionary", "dict_type");

    /// <summary>Members of the body are wrong.</summary>
    public static PlatformError Invalid(IEnumerable<FieldError> errors) => new(StatusCodes.Status422UnprocessableEntity, [.. errors]);

    /// <summary>
    /// The token is none that is accepted. The caller learns whether it has ended, since that is mended otherwise than a wrong one; nothing
    /// more.
    /// </summary>
    public static PlatformError Refused(TokenRefusal refusal) => refusal switch
    {
        TokenRefusal.KeysUnavailable => new(
            StatusCodes.Status503ServiceUnavailable, "The keys of the token's issuer cannot be read at the moment, so that the token cannot be checked."),
        TokenRefusal.Missing => Unauthorized("mpass_token is required."),
        TokenRefusal.Expired => Unauthorized("The mPass token has expired."),
        _ => Unauthorized("The mPass token is not valid."),
    };

    /// <summary>The user has no such key: none at all, one that was revoked, or one of somebody else.</summary>
    public static PlatformError KeyNotFound() => new(StatusCodes.Status404NotFound, "Key not found.");

    /// <summary>Another live key of the user has the alias.</summary>
    public static PlatformError AliasTaken() => new(
        StatusCodes.Status409Conflict, "Another live key has this alias. Revoke that key first, or choose another alias.");

    private static PlatformError Unauthorized(string detail) => new(StatusCodes.Status401Unauthorized, detail);

    private static PlatformError OfBody(string message, string type, long? position = null) =>
        Invalid([new FieldError(Field: null, position, message, type)]);
}
