using Trellis.Server.Akshi.Configuration;

namespace Trellis.Server.Akshi.Agents.Files;

/// <summary>Finds the files that an agent's patterns name within the paths that it may read.</summary>
internal sealed class FileFinder
{
    private readonly FileFence _fence;
    private readonly DeclarativeDefinition _definition;
    private readonly PathGlob[] _globs;

    public FileFinder(FileFence fence, DeclarativeDefinition definition)
    {
        _fence = fence;
        _definition = definition;
        _globs = [.. definition.FilePatterns.Select(static pattern => new PathGlob(pattern))];
    }

    /// <summary>Finds them, in the order of their paths.</summary>
    /// <param name="fuel">Pays for each entry.</param>
    /// <param name="refused">Told of each link that leads out of the folder.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The files, and whether there were more than the agent looks at.</returns>
    /// <exception cref="AgentException">The fuel is used up.</exception>
    public (IReadOnlyList<FoundFile> Files, bool IsCut) Find(FuelTank fuel, Action<string> refused, CancellationToken cancellationToken)
    {
        var found = new SortedDictionary<string, FoundFile>(StringComparer.Ordinal);
        foreach (var start in Starts())
        {
            if (_fence.HasLink(start))
                refused(Relative(start));
            else if (File.Exists(start))
                Consider(new FileInfo(start), found);
            else if (Directory.Exists(start) && _fence.AdmitsFolder(start))
                Walk(new DirectoryInfo(start), found, fuel, refused, cancellationToken);
        }

        return found.Count <= _definition.MaxFiles ? ([.. found.Values], false) : ([.. found.Values.Take(_definition.MaxFiles)], true);
    }

    // Where a pattern's root and an allowed path overlap, the deeper of the two.
    private IEnumerable<string> Starts()
    {
        var starts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var glob in _globs)
        {
            foreach (var allowed in _definition.Paths)
            {
                if (_fence.Resolve(glob.Root) is not { } root || _fence.Resolve(allowed) is not { } path)
                    continue;
                if (IsWithin(root, path))
                    starts.Add(root);
                else if (IsWithin(path, root))
                    starts.Add(path);
            }
        }

        return starts.Where(start => !starts.Any(other => other != start && IsWithin(start, other)));
    }

    private void Walk(DirectoryInfo start, SortedDictionary<string, FoundFile> found, FuelTank fuel, Action<string> refused, CancellationToken cancellationToken)
    {
        var folders = new Stack<DirectoryInfo>([start]);
        while (folders.TryPop(out var folder))
        {
            foreach (var entry in Entries(folder))
            {
                cancellationToken.ThrowIfCancellationRequested();
                fuel.Burn(FuelTank.FileCost);
                if (!_globs.Any(glob => glob.Enters(entry.Name)))
                    continue;

                if (entry.LinkTarget is not null)
                {
                    if (_fence.LeadsOut(entry))
                        refused(Relative(entry.FullName));
                }
                else if (entry is DirectoryInfo below)
                {
                    if (_fence.AdmitsFolder(below.FullName))
                        folders.Push(below);
                }
                else
                {
                    Consider((FileInfo)entry, found);
                }
            }
        }
    }

    // A folder may vanish or be closed to the server while it is walked; the others are not.
    private static FileSystemInfo[] Entries(DirectoryInfo folder)
    {
        try
        {
            return folder.GetFileSystemInfos();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private void Consider(FileInfo file, SortedDictionary<string, FoundFile> found)
    {
        var path = Relative(file.FullName);
        if (found.ContainsKey(path) || !_globs.Any(glob => glob.Matches(path)) || !IsAllowed(file.FullName) || !_fence.Admits(file.FullName))
            return;

        try
        {
            found.Add(path, new FoundFile(path, file.FullName, file.Length, file.LastWriteTimeUtc.Ticks));
        }
        catch (IOException)
        {
            // It has vanished since the folder was read.
        }
    }

    private bool IsAllowed(string fullPath) => _definition.Paths.Any(path => _fence.Resolve(path) is { } allowed && IsWithin(fullPath, allowed));

    private static bool IsWithin(string path, string parent) =>
        path == parent || path.StartsWith(Path.EndsInDirectorySeparator(parent) ? parent : parent + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private string Relative(string fullPath) => Path.GetRelativePath(_fence.Folder, fullPath).Replace(Path.DirectorySeparatorChar, '/');
}
