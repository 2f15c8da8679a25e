using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Aerostack.Identity;
using Trellis.Server.Kernel.Passwords;
using Trellis.Server.Kernel.RateLimits;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Auth;

/// <summary>
/// Where a request belongs: below <c>/api/v1/public/projects/…</c> the path alone names the project (contract, section 1.2), below <c>/v1</c>
/// its key does. And how often it may be tried. Safe for concurrent use.
/// </summary>
internal sealed class AuthScope(IStore store, RateLimiter limiter, AuthOptions options)
{
    /// <summary>The name of the path's segment.</summary>
    public const string Segment = "project";

    private const string AttemptRule = "aerostack.auth.attempts";
    private const string MessageRule = "aerostack.auth.messages";

    /// <summary>The refusal when there is no such project.</summary>
    public static AerostackError NoProject => AerostackErrors.NotFound("The project");

    /// <summary>The project; null when the path names none.</summary>
    public async ValueTask<Project?> FindAsync(AerostackCall call)
    {
        if (call.Http.GetRouteValue(Segment) is not string name)
            return call.Caller.Project;

        return StorableText.IsValid(name) ? await store.ReadAsync(session => ProjectTable.FindAsync(session, name), call.Aborted) : null;
    }

    /// <summary>The refusal that the caller's client understands.</summary>
    public static AerostackError Refuse(AerostackCall call, AuthFault fault) => IsPlatform(call)
        ? new AerostackError(fault.Status, fault.Code, fault.Message)
        : new AerostackError(fault.Status, fault.PlainCode, fault.Message) { Reason = fault.Reason };

    /// <summary>Whether the caller's client is one of the platform surface.</summary>
    public static bool IsPlatform(AerostackCall call) => call.Http.GetRouteValue(Segment) is not null;

    /// <summary>503: too many passwords are being checked.</summary>
    public static AerostackError Busy(PasswordBusyException exception) =>
        new(StatusCodes.Status503ServiceUnavailable, ErrorCodes.Internal, exception.Message) { RetryAfter = 1 };

    /// <summary>Counts an attempt to be a user.</summary>
    /// <returns>The refusal when it is one too many; else null.</returns>
    public AerostackError? TakeAttempt(Project project, string subject) => Take(project, subject, AttemptRule, options.AttemptLimit, "attempts");

    /// <summary>Counts a message to a recipient.</summary>
    /// <returns>The refusal when it is one too many; else null.</returns>
    public AerostackError? TakeMessage(Project project, string recipient) => Take(project, recipient, MessageRule, options.MessageLimit, "messages");

    private AerostackError? Take(Project project, string subject, string rule, RateLimit limit, string what)
    {
        var result = limiter.Take($"{project.Id} {subject}", rule, limit);
        return result.IsAllowed ? null : AerostackErrors.TooManyRequests((int)Math.Max(1, Math.Ceiling(result.RetryAfter.TotalSeconds)), what);
    }
}
