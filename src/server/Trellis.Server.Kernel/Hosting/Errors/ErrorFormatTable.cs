using Microsoft.AspNetCore.Http;

namespace Trellis.Server.Kernel.Hosting;

/// <summary>Finds how errors look under a path.</summary>
internal sealed class ErrorFormatTable
{
    private readonly OwnedPath[] _longestFirst;

    /// <exception cref="ArgumentException">A path is not absolute, or has two owners.</exception>
    public ErrorFormatTable(IEnumerable<IServerModule> modules)
    {
        var owners = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var paths = new List<OwnedPath>();
        foreach (var module in modules)
        {
            foreach (var path in module.OwnedPaths)
            {
                if (!path.Prefix.StartsWith('/'))
                    throw new ArgumentException($"The path '{path.Prefix}' of the module '{module.Name}' does not begin with a slash.", nameof(modules));
                if (!owners.TryAdd(path.Prefix, module.Name))
                    throw new ArgumentException($"The path '{path.Prefix}' belongs to both '{owners[path.Prefix]}' and '{module.Name}'.", nameof(modules));
                paths.Add(path);
            }
        }

        _longestFirst = [.. paths.OrderByDescending(static path => path.Prefix.Length)];
    }

    public IErrorFormat For(PathString path)
    {
        foreach (var owned in _longestFirst)
        {
            if (path.Value is { } text && text.StartsWith(owned.Prefix, StringComparison.OrdinalIgnoreCase))
                return owned.ErrorFormat;
        }

        return DetailErrorFormat.Instance;
    }
}
