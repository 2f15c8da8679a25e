using System.Security.Cryptography;
using System.Text;

namespace Trellis.Server.Akshi.Configuration;

/// <summary>A secret of the configuration. Prints a mask; only <see cref="Reveal"/> shows it.</summary>
internal sealed class RuntimeSecret(string value) : IEquatable<RuntimeSecret>
{
    /// <summary>The secret itself, to be put where it is used and nowhere else.</summary>
    public string Reveal() => value;

    /// <inheritdoc/>
    public bool Equals(RuntimeSecret? other) =>
        other is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(value), Encoding.UTF8.GetBytes(other.Reveal()));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RuntimeSecret);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(value);

    /// <inheritdoc/>
    public override string ToString() => "***";
}
