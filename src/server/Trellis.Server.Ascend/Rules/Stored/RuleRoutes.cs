using Trellis.Server.Ascend.Http;

namespace Trellis.Server.Ascend.Rules.Stored;

/// <summary>The routes that policies and smart rules have in common.</summary>
internal static class RuleRoutes
{
    /// <summary>Maps them below each of some paths.</summary>
    public static void Map<T>(AscendRoutes routes, params ReadOnlySpan<string> paths)
        where T : class
    {
        var reading = routes.Service<RuleReading<T>>();
        var changes = routes.Service<RuleChanges<T>>();
        foreach (var path in paths)
        {
            var one = $"{path}/{{id}}";
            routes.Get(reading.ListAsync, Access.Member, path);
            routes.Post(changes.CreateAsync, Access.Admin, path);
            routes.Get(reading.GetAsync, Access.Member, one);
            routes.Put(changes.ReplaceAsync, Access.Admin, one);
            routes.Delete(changes.DeleteAsync, Access.Admin, one);
            routes.Post(changes.ActivateAsync, Access.Admin, $"{one}/activate");
            routes.Post(changes.DeactivateAsync, Access.Admin, $"{one}/deactivate");
        }
    }
}
