using System.Globalization;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Akshi.Errors;

/// <summary>The refusals that many routes share.</summary>
internal static class AkshiErrors
{
    /// <summary>401: no token, or none that is good.</summary>
    public static AkshiError Unauthorized(string detail) => new(StatusCodes.Status401Unauthorized, ErrorCodes.Unauthorized, detail);

    /// <summary>403.</summary>
    public static AkshiError Forbidden(string detail, string code = ErrorCodes.Forbidden) => new(StatusCodes.Status403Forbidden, code, detail);

    /// <summary>404.</summary>
    public static AkshiError NotFound(string detail, string code = ErrorCodes.NotFound) => new(StatusCodes.Status404NotFound, code, detail);

    /// <summary>409.</summary>
    public static AkshiError Conflict(string detail) => new(StatusCodes.Status409Conflict, ErrorCodes.Conflict, detail);

    /// <summary>400, for the request as a whole.</summary>
    public static AkshiError BadRequest(string detail, string code = ErrorCodes.BadRequest) => new(StatusCodes.Status400BadRequest, code, detail);

    /// <summary>400, with a reason for each field.</summary>
    public static AkshiError Invalid(FieldErrors fields) => BadRequest(fields.Summary);

    /// <summary>400, for one field.</summary>
    public static AkshiError Invalid(string field, string reason) => Invalid(new FieldErrors { { field, reason } });

    /// <summary>413.</summary>
    public static AkshiError TooLarge(string detail) => new(StatusCodes.Status413PayloadTooLarge, ErrorCodes.PayloadTooLarge, detail);

    /// <summary>415.</summary>
    public static AkshiError NotJson(string detail) => new(StatusCodes.Status415UnsupportedMediaType, ErrorCodes.UnsupportedMediaType, detail);

    /// <summary>429.</summary>
    public static AkshiError TooManyRequests(int retryAfterSeconds) =>
        new(
            StatusCodes.Status429TooManyRequests,
            ErrorCodes.RateLimited,
            string.Create(CultureInfo.InvariantCulture, $"Too many requests from this address. Try again in {retryAfterSeconds} s."))
        {
            RetryAfter = retryAfterSeconds,
        };
}
