using System.Security.Cryptography;
using System.Text;

namespace Trellis.Server.Kernel.Secrets;

/// <summary>
/// The file of the keys, readable by its owner alone: one key per line in base64. The first protects, all of them open; who wants a new key
/// puts it on top. Lines that begin with <c>#</c> are comments.
/// </summary>
/// <param name="path">The file; null keeps nothing.</param>
/// <param name="random">Where a new key comes from.</param>
internal sealed class SecretKeyFile(string? path, RandomNumberGenerator random)
{
    /// <summary>Reads the keys, the one that protects first; makes the file with one key if it is missing.</summary>
    /// <exception cref="CryptographicException">The file holds something else.</exception>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    public IReadOnlyList<SecretKey> ReadOrCreate()
    {
        if (path is null)
            return [NewKey()];
        if (!File.Exists(path))
            Create(path);
        return Parse(path, File.ReadAllLines(path));
    }

    private static SecretKey[] Parse(string path, IEnumerable<string> lines)
    {
        var keys = lines.Select(static line => line.Trim()).Where(static line => line.Length > 0 && line[0] != '#').Select(line => ParseKey(path, line)).ToArray();
        return keys.Length > 0 ? keys : throw new CryptographicException($"The secret key file '{path}' holds no key.");
    }

    private static SecretKey ParseKey(string path, string line)
    {
        var bytes = new byte[SecretKey.Length];
        return Convert.TryFromBase64String(line, bytes, out var written) && written == SecretKey.Length
            ? new SecretKey(bytes)
            : throw new CryptographicException($"The secret key file '{path}' has a line that is not {SecretKey.Length} bytes in base64.");
    }

    // Servers that start together on one shared file must end up with the same key: the file beside it is held while the key is made, and
    // who holds it looks again first. Whenever the process dies, the key file is whole or absent.
    private void Create(string target)
    {
        var full = Path.GetFullPath(target);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var draft = full + ".new";
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        using (var file = new FileStream(draft, options))
        {
            if (File.Exists(full))
                return;

            file.SetLength(0);
            file.Write(Encoding.ASCII.GetBytes(NewKey().ToBase64() + "\n"));
            file.Flush(flushToDisk: true);
            if (!OperatingSystem.IsWindows())
                File.Move(draft, full);
        }

        // Windows moves no file that is open.
        if (OperatingSystem.IsWindows())
            File.Move(draft, full);
    }

    private SecretKey NewKey()
    {
        var bytes = new byte[SecretKey.Length];
        random.GetBytes(bytes);
        return new SecretKey(bytes);
    }
}
