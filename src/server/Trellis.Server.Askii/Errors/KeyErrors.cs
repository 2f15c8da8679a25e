using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Askii.Errors;

/// <summary>Why a key does not open OpenAI's endpoints. Only who holds the key learns more than that it is wrong.</summary>
internal static class KeyErrors
{
    private const string Quota = "insufficient_quota";

    /// <summary>The request has no key.</summary>
    public static OpenAiError Missing() => Unauthorized("No API key was given. Send it in the Authorization header: 'Bearer sk-...'.");

    /// <summary>There is no such key, or it was revoked.</summary>
    public static OpenAiError Unknown() => Unauthorized("Incorrect API key provided.");

    /// <summary>The key has ended.</summary>
    public static OpenAiError Expired() => Unauthorized("This API key has expired. Provision a new one.");

    /// <summary>The key is blocked.</summary>
    public static OpenAiError Blocked() => Unauthorized("This API key is blocked.");

    /// <summary>What is left of the key's budget may not suffice for the request.</summary>
    public static OpenAiError BudgetExceeded() => new(
        StatusCodes.Status429TooManyRequests,
        "This request could exceed the budget of the API key. Ask for fewer tokens (max_completion_tokens), wait for requests that are running, or use another key.",
        Quota,
        Code: Quota);

    private static OpenAiError Unauthorized(string message) =>
        new(StatusCodes.Status401Unauthorized, message, "invalid_request_error", Code: "invalid_api_key");
}
