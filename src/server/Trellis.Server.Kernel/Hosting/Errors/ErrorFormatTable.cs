using Microsoft.AspNetCore.Http;

namespace Trellis.Server.Kernel.Hosting;

/// <summary>Finds how errors look under a path.</summary>
internal sealed class ErrorFormatTable
{
    private readonly (string Owner, OwnedPath Path)[] _longestFirst;

    /// <exception cref="ArgumentException">A path is not absolute, or has two owners.</exception>
    public ErrorFormatTable(IEnumerable<IServerModule> modules)
    {
        var owners = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var paths = new List<(string Owner, OwnedPath Path)>();
        foreach (var module in modules)
        {
            foreach (var path in module.OwnedPaths)
            {
                if (!path.Prefix.StartsWith('/'))
                    throw new ArgumentException($"The path '{path.Prefix}' of the module '{module.Name}' does not begin with a slash.", nameof(modules));
                if (!path.IsShared && !owners.TryAdd(path.Prefix, module.Name))
                    throw new ArgumentException($"The path '{path.Prefix}' belongs to both '{owners[path.Prefix]}' and '{module.Name}'.", nameof(modules));
                paths.Add((module.Name, path));
            }
        }

        _longestFirst = [.. paths.OrderByDescending(static path => path.Path.Prefix.Length)];
    }

    /// <summary>How errors look to whoever asked for a path, and reached an endpoint of a platform there, if any.</summary>
    public IErrorFormat For(PathString path, EndpointPlatform? platform) =>
        Find(path, platform?.Name) ?? Find(path, owner: null) ?? DetailErrorFormat.Instance;

    private IErrorFormat? Find(PathString path, string? owner)
    {
        foreach (var (name, owned) in _longestFirst)
        {
            if ((owner is null ? !owned.IsShared : owner == name)
                && path.Value is { } text
                && text.StartsWith(owned.Prefix, StringComparison.OrdinalIgnoreCase))
            {
                return owned.ErrorFormat;
            }
        }

        return null;
    }
}
