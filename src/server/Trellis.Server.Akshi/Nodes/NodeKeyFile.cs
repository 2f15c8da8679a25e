using System.Security.Cryptography;

namespace Trellis.Server.Akshi.Nodes;

/// <summary>
/// The file of the node's key, which its owner alone may read: whoever else reads it can pose as the node (contract, section 7). Made when it
/// is missing, whole or not at all.
/// </summary>
internal static class NodeKeyFile
{
    /// <summary>Reads the key, or makes it.</summary>
    /// <exception cref="CryptographicException">The file holds something else.</exception>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    public static Ed25519Key ReadOrCreate(string path)
    {
        if (File.Exists(path))
            return Pkcs8.Read(File.ReadAllText(path));

        var key = new Ed25519Key(RandomNumberGenerator.GetBytes(Ed25519Key.SeedLength));
        Write(path, key.ToPem());
        return key;
    }

    private static void Write(string path, string pem)
    {
        var folder = Path.GetDirectoryName(path)!;
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var draft = path + ".new";
        using (var file = new FileStream(draft, options))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(pem));
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path);
    }
}
