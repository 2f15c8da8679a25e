using System.Collections.Concurrent;
using System.Security.Cryptography;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Akshi.Nodes;

/// <summary>
/// Who this node is, and who its agents are: keys that stay the same as long as the data folder does (contract, section 5.9). Safe for
/// concurrent use.
/// </summary>
internal sealed class NodeIdentity
{
    private readonly ConcurrentDictionary<string, string> _agents = new(StringComparer.Ordinal);

    /// <summary>Reads the key of the data folder; makes it at the first start.</summary>
    /// <exception cref="CryptographicException">The file holds something else.</exception>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    public NodeIdentity(DataFolder data) => Key = NodeKeyFile.ReadOrCreate(Path.Combine(data.Path, "akshi", "security", "node_key.pem"));

    /// <summary>What the node calls itself.</summary>
    public static string Name => "trellis";

    /// <summary>The node's key.</summary>
    public Ed25519Key Key { get; }

    /// <summary>The node's name among nodes.</summary>
    public string Did => Key.Did;

    /// <summary>The DID of an agent: it follows from the node and the agent's name.</summary>
    public string DidOf(string agent) => _agents.GetOrAdd(agent, static (name, key) => key.Derive(name).Did, Key);

    /// <summary>Signs a text, in the form of the wire.</summary>
    public string Sign(string text) => $"ed25519:{Convert.ToBase64String(Key.Sign(text))}";

    /// <summary>Whether a signature in the form of the wire is good.</summary>
    /// <param name="did">Who should have signed; may be anything.</param>
    /// <param name="text">What should be signed.</param>
    /// <param name="signature">The signature; may be anything.</param>
    public static bool IsSigned(string did, string text, string signature)
    {
        const string Prefix = "ed25519:";
        const int LongestSignature = 128;
        if (signature.Length > LongestSignature || !signature.StartsWith(Prefix, StringComparison.Ordinal) || DidKey.TryRead(did) is not { } key)
            return false;

        var bytes = new byte[LongestSignature];
        return Convert.TryFromBase64String(signature[Prefix.Length..], bytes, out var length) && Ed25519Key.IsSigned(key, text, bytes.AsSpan(0, length));
    }
}
