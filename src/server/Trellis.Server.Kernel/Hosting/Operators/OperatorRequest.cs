using Microsoft.AspNetCore.Http;

namespace Trellis.Server.Kernel.Hosting;

/// <summary>
/// Marks a request that comes from inside the server on behalf of an operator, in the place of a credential. No header can make one: it is a
/// feature of the request, which <see cref="InProcessServer"/> alone sets.
/// </summary>
/// <param name="Operator">Who asks.</param>
/// <param name="Platform">The <see cref="IServerModule.Name"/> of the platform that is asked, for paths that several have.</param>
public sealed record OperatorRequest(Operator Operator, string Platform)
{
    /// <summary>The person for whom the operator acts, where a platform gives each person things of their own; the subject of a token of this server's.</summary>
    /// <value>Default null: the operator.</value>
    public string? ActsFor { get; init; }

    /// <summary>The operator that makes a request; null when it comes from outside.</summary>
    public static OperatorRequest? Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<OperatorRequest>();
    }
}
