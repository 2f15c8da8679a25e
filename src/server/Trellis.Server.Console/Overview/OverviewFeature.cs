using Trellis.Server.Console.Http;
using Trellis.Server.Console.Platforms;

namespace Trellis.Server.Console.Overview;

/// <summary>The first page: how things stand.</summary>
internal sealed class OverviewFeature : IConsoleFeature
{
    /// <inheritdoc/>
    public void MapRoutes(ConsoleRoutes routes) => routes.Get("", ShowAsync);

    private static async ValueTask<ConsoleResult> ShowAsync(ConsoleCall call)
    {
        var actions = await call.Platforms.GetAsync<IReadOnlyList<GovernedAction>>(Platform.Ascend, "/api/v1/actions?limit=10");
        return ConsoleResult.Page<OverviewPage, OverviewModel>("Overview", new OverviewModel(actions));
    }
}
