using Microsoft.AspNetCore.Http;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Aerostack.Ai;

/// <summary>What an upstream of a model says, as a refusal of this platform.</summary>
internal static class UpstreamErrors
{
    /// <summary>The refusal.</summary>
    public static AerostackError Of(OpenAiError error, TimeSpan? retryAfter) => new(error.Status, CodeOf(error.Status), error.Message)
    {
        RetryAfter = retryAfter is { } delay ? int.CreateSaturating(delay.TotalSeconds) : null,
        Reason = error.Code,
    };

    private static string CodeOf(int status) => status switch
    {
        StatusCodes.Status429TooManyRequests => ErrorCodes.RateLimit,
        >= StatusCodes.Status500InternalServerError => ErrorCodes.Internal,
        _ => ErrorCodes.Validation,
    };
}
