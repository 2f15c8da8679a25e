namespace Trellis.Server.Kernel.Idempotency;

/// <summary>A request that carries an idempotency key.</summary>
/// <param name="OrganisationId">Whose.</param>
/// <param name="Scope">Within what the key means something: the method and the path.</param>
/// <param name="Key">The caller's key.</param>
/// <param name="Digest">By what the same request is known again: a digest of its body, and who sent it.</param>
public sealed record IdempotentRequest(long OrganisationId, string Scope, string Key, string Digest)
{
    /// <summary>The longest key.</summary>
    public const int LongestKey = 255;

    /// <summary>How long an answer is remembered.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>Whether a text can be a key: 1 to 255 printable ASCII characters.</summary>
    public static bool IsValidKey(ReadOnlySpan<char> key) => key.Length is > 0 and <= LongestKey && !key.ContainsAnyExceptInRange('!', '~');
}
