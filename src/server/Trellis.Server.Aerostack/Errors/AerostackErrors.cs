using System.Globalization;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Aerostack.Errors;

/// <summary>The refusals that many routes share.</summary>
internal static class AerostackErrors
{
    /// <summary>401: no key, or none that is good.</summary>
    public static AerostackError InvalidKey(string message) => new(StatusCodes.Status401Unauthorized, ErrorCodes.InvalidKey, message);

    /// <summary>403: the credential is good and does not open this.</summary>
    public static AerostackError Forbidden(string message) => new(StatusCodes.Status403Forbidden, ErrorCodes.Forbidden, message);

    /// <summary>404. The closed list of codes has no better one; what another project has does not exist either.</summary>
    public static AerostackError NotFound(string what) =>
        new(StatusCodes.Status404NotFound, ErrorCodes.Validation, $"{what} was not found.") { Reason = "not_found" };

    /// <summary>409.</summary>
    public static AerostackError Conflict(string message, string reason) =>
        new(StatusCodes.Status409Conflict, ErrorCodes.Validation, message) { Reason = reason };

    /// <summary>400, for the request as a whole.</summary>
    public static AerostackError BadRequest(string message) => new(StatusCodes.Status400BadRequest, ErrorCodes.Validation, message);

    /// <summary>400, with a reason for each field.</summary>
    public static AerostackError Invalid(FieldErrors fields) =>
        new(StatusCodes.Status400BadRequest, ErrorCodes.Validation, fields.Summary) { Fields = fields };

    /// <summary>400, for one field.</summary>
    public static AerostackError Invalid(string field, string reason) => Invalid(new FieldErrors { { field, reason } });

    /// <summary>429.</summary>
    public static AerostackError TooManyRequests(int retryAfterSeconds, string what) =>
        new(
            StatusCodes.Status429TooManyRequests,
            ErrorCodes.RateLimit,
            string.Create(CultureInfo.InvariantCulture, $"Too many {what}. Try again in {retryAfterSeconds} s."))
        {
            RetryAfter = retryAfterSeconds,
        };
}
