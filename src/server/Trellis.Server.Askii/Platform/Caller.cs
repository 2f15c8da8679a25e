using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Identity;

namespace Trellis.Server.Askii.Platform;

/// <summary>Who asks, and from where.</summary>
/// <param name="Principal">Whom the token speaks for.</param>
/// <param name="Origin">Where the request comes from.</param>
/// <param name="IsOperator">Whether the server's own console asks, for a person, and not a client of the platform.</param>
internal sealed record Caller(TokenPrincipal Principal, RequestOrigin Origin, bool IsOperator);
