using Trellis.Server.Kernel.Identity;

namespace Trellis.Server.Aerostack.Auth.Sessions;

/// <summary>A session that has begun or gone on, with the token that will refresh it next.</summary>
internal sealed record StartedSession(UserSession Session, MintedApiKey Refresh);
