namespace Trellis;

/// <summary>
/// The id that ties together everything done for one piece of work: it is sent as <c>X-Correlation-ID</c>, and written with each
/// log line. It flows with the asynchronous context, so parallel work keeps its own.
/// </summary>
public static class Correlation
{
    private static readonly AsyncLocal<string?> Ambient = new();

    /// <summary>The id bound here, or null. A call made while it is null uses a fresh one for itself.</summary>
    public static string? Current => Ambient.Value;

    /// <summary>Binds an id for the code that follows, and for the work it starts, until the result is disposed.</summary>
    /// <param name="id">The id, taken as it is; null or empty for a fresh one.</param>
    /// <returns>What puts the previous id back. Dispose it where it was made: in the same method, or in one that awaits that.</returns>
    public static IDisposable Bind(string? id = null)
    {
        var binding = new Binding(Ambient.Value);
        Ambient.Value = string.IsNullOrEmpty(id) ? NewId() : id;
        return binding;
    }

    /// <summary>A fresh id: a random UUID (RFC 9562, version 4) as 32 lower-case hexadecimal digits. Unique, but not a secret.</summary>
    public static string NewId() => NewUuid().ToString("N");

    /// <summary>A fresh UUID (RFC 9562, version 4). Unique, but not a secret.</summary>
    internal static Guid NewUuid()
    {
        // Guid.NewGuid asks the operating system each time, which takes a tenth of a whole call; what is no secret needs no such care.
        Span<byte> bytes = stackalloc byte[16];
        Random.Shared.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>The id bound here; a fresh one is bound if there is none, until the calling method returns.</summary>
    internal static string EnsureBound() => Ambient.Value ??= NewId();

    /// <summary>Binds <paramref name="id"/> until the calling method returns, unless an id is bound already.</summary>
    internal static void BindUnlessBound(string id) => Ambient.Value ??= id;

    private sealed class Binding(string? previous) : IDisposable
    {
        private bool _isRestored;

        public void Dispose()
        {
            // A second disposal must not undo a binding made after the first.
            if (_isRestored) return;
            _isRestored = true;
            Ambient.Value = previous;
        }
    }
}
