namespace Trellis.Server.Akshi.Agents.Files;

/// <summary>
/// What agents can never read, whatever their capabilities: everything outside of the configuration's folder, everything behind a link, the
/// configuration itself, and the server's own files (contract, sections 5.3 and 7). Safe for concurrent use.
/// </summary>
/// <param name="folder">The configuration's folder.</param>
/// <param name="configurationFile">The configuration itself, which may hold a token.</param>
/// <param name="dataFolder">The server's data directory. The files that lie in it directly are its keys, its credentials and its database.</param>
internal sealed class FileFence(string folder, string configurationFile, string dataFolder)
{
    // In the data directory the server keeps blobs of all platforms here.
    private const string BlobFolder = "blobs";

    /// <summary>The configuration's folder.</summary>
    public string Folder => folder;

    /// <summary>The full path of a relative one; null when it leads out of the folder.</summary>
    public string? Resolve(string relative)
    {
        if (Path.IsPathRooted(relative))
            return null;

        var full = Path.GetFullPath(relative, folder);
        return full == folder || IsBelow(full, folder) ? full : null;
    }

    /// <summary>Whether a file may be read, as far as its path tells.</summary>
    public bool Admits(string fullPath) =>
        IsBelow(fullPath, folder)
        && fullPath != configurationFile
        && Path.GetDirectoryName(fullPath) != dataFolder
        && !IsBelow(fullPath, Path.Combine(dataFolder, BlobFolder));

    /// <summary>Whether a folder may be walked, as far as its path tells.</summary>
    public bool AdmitsFolder(string fullPath) => fullPath != Path.Combine(dataFolder, BlobFolder);

    /// <summary>Whether the target of a link is outside of the folder, which is worth telling.</summary>
    public bool LeadsOut(FileSystemInfo link)
    {
        try
        {
            return link.ResolveLinkTarget(returnFinalTarget: true) is not { } target || !IsBelow(target.FullName, folder);
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>
    /// Whether a path leads through a link below the folder, looked at as it is now. The folder itself may be reached by one: whoever runs the
    /// server chose it.
    /// </summary>
    public bool HasLink(string fullPath)
    {
        for (var path = fullPath; path is not null && path.Length > folder.Length; path = Path.GetDirectoryName(path))
        {
            if (new FileInfo(path).LinkTarget is not null)
                return true;
        }

        return false;
    }

    private static bool IsBelow(string path, string parent) =>
        path.StartsWith(Path.EndsInDirectorySeparator(parent) ? parent : parent + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
