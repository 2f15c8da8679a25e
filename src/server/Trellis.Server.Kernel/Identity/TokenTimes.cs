using System.Diagnostics.CodeAnalysis;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Trellis.Server.Kernel.Identity;

/// <summary>The times of a token.</summary>
/// <param name="StartsAt">The later of <c>nbf</c> and <c>iat</c>; the beginning of time when it has neither.</param>
/// <param name="ExpiresAt">The <c>exp</c>.</param>
internal sealed record TokenTimes(DateTimeOffset StartsAt, DateTimeOffset ExpiresAt)
{
    /// <summary>Reads the times; false when the token has no end.</summary>
    public static bool TryRead(JsonWebToken jwt, [NotNullWhen(true)] out TokenTimes? times)
    {
        times = null;
        if (jwt.ValidTo == DateTime.MinValue)
            return false;

        var starts = jwt.ValidFrom > jwt.IssuedAt ? jwt.ValidFrom : jwt.IssuedAt;
        times = new TokenTimes(AsUtc(starts), AsUtc(jwt.ValidTo));
        return true;
    }

    private static DateTimeOffset AsUtc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
