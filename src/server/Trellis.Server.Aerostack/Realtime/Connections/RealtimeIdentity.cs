using Trellis.Server.Aerostack.Identity;
using Trellis.Server.Kernel.Identity;

namespace Trellis.Server.Aerostack.Realtime.Connections;

/// <summary>Who a socket is. Holds no secret: of the key its stored record, of the token what it says.</summary>
internal sealed record RealtimeIdentity
{
    /// <summary>The project, which follows from the credentials.</summary>
    public required Project Project { get; init; }

    /// <summary>The key that let it in; null when a user's token alone did.</summary>
    public required ProjectKey? Key { get; init; }

    /// <summary>The user's token; null when there is none.</summary>
    public required EndUserToken? Token { get; init; }

    /// <summary>Who others see; null for nobody.</summary>
    public required string? UserId { get; init; }

    /// <summary>Whether it may be shown rows: a server, or a user who is known.</summary>
    public bool SeesRows => Token is not null || Key is { Kind: KeyKind.Secret };
}
