using System.Text;

namespace Trellis.Server.Kernel.Identity;

/// <summary>The file that holds the private key, readable by its owner alone.</summary>
/// <param name="path">The file; null keeps nothing.</param>
internal sealed class SigningKeyFile(string? path)
{
    /// <summary>Reads the key; null when there is none yet.</summary>
    public SigningKey? Read() => path is not null && File.Exists(path) ? SigningKey.FromPem(File.ReadAllText(path)) : null;

    /// <summary>Replaces the key. The file holds either the old key or the new one, whenever the process dies.</summary>
    public void Write(SigningKey key)
    {
        if (path is null)
            return;

        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, Path.GetRandomFileName());
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        using (var file = new FileStream(temporary, options))
        {
            file.Write(Encoding.ASCII.GetBytes(key.ToPem()));
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }
}
