using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Identity;

namespace Trellis.Server.Console.Sessions;

/// <summary>
/// Finds out who has signed in. The credential is looked at with every request: a token that ends, or a person who is an administrator no more,
/// ends the session. Safe for concurrent use.
/// </summary>
internal sealed class SessionReader(SessionSeal seal, TokenValidator tokens, IOperatorDirectory operators)
{
    /// <summary>The session of a request; null when nobody has signed in.</summary>
    public async ValueTask<Session?> ReadAsync(HttpContext context) =>
        SessionCookie.Read(context.Request) is { } cookie
        && seal.Open(cookie) is { } content
        && await FindAsync(content.Token, context.RequestAborted) is { } found
            ? new Session(found, content.CsrfToken)
            : null;

    /// <summary>The operator that a token speaks for; null when it speaks for none.</summary>
    public async ValueTask<Operator?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var validation = await tokens.ValidateAsync(token, cancellationToken);
        return validation.IsValid ? await operators.FindAsync(validation.Principal, cancellationToken) : null;
    }
}
