using System.Globalization;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Errors;

/// <summary>The refusals that many routes share.</summary>
internal static class AscendErrors
{
    public static AscendError Unauthorized(string code, string detail) => new(StatusCodes.Status401Unauthorized, code, detail);

    public static AscendError Forbidden(string detail, string code = ErrorCodes.InsufficientPermissions) =>
        new(StatusCodes.Status403Forbidden, code, detail);

    /// <summary>What a gate refuses before anything is decided: 403 with the gate's code and its own part of the body (contract, section 2.3).</summary>
    public static AscendError Refused(string code, string detail, Action<System.Text.Json.Utf8JsonWriter>? writeMore = null) =>
        new(StatusCodes.Status403Forbidden, code, detail) { PolicyViolations = [code], WriteMore = writeMore };

    /// <summary>What another organisation has does not exist either.</summary>
    public static AscendError NotFound(string what) => new(StatusCodes.Status404NotFound, ErrorCodes.NotFound, $"{what} was not found.");

    public static AscendError Conflict(string detail, string code = ErrorCodes.Conflict) => new(StatusCodes.Status409Conflict, code, detail);

    public static AscendError BadRequest(string detail, string code = ErrorCodes.InvalidField) => new(StatusCodes.Status400BadRequest, code, detail);

    public static AscendError Unavailable(string detail) =>
        new(StatusCodes.Status503ServiceUnavailable, ErrorCodes.ServiceUnavailable, detail);

    public static AscendError NotJson(string detail) => new(StatusCodes.Status400BadRequest, ErrorCodes.InvalidJson, detail);

    /// <summary>Fields that are wrong: 422, with a reason for each.</summary>
    public static AscendError Invalid(FieldErrors fields) =>
        new(StatusCodes.Status422UnprocessableEntity, ErrorCodes.Validation, fields.Summary) { Fields = fields };

    public static AscendError Invalid(string field, string reason) => Invalid(new FieldErrors { { field, reason } });

    public static AscendError TooManyRequests(int retryAfterSeconds, string what) =>
        new(
            StatusCodes.Status429TooManyRequests,
            ErrorCodes.RateLimit,
            string.Create(CultureInfo.InvariantCulture, $"Too many requests for {what}. Try again in {retryAfterSeconds} s."))
        {
            RetryAfter = retryAfterSeconds,
        };
}
