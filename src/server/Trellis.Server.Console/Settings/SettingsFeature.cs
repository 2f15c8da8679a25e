using System.Reflection;
using Trellis.Server.Console.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Console.Settings;

/// <summary>What the server runs with, and how the console looks.</summary>
internal sealed class SettingsFeature : IConsoleFeature
{
    /// <inheritdoc/>
    public void MapRoutes(ConsoleRoutes routes)
    {
        routes.Get("/settings", Show);
        routes.Post("/settings/theme", static call =>
        {
            ThemeCookie.Write(call.Context, call.Field("theme"));
            return new(ConsoleResult.Go("/settings", "The appearance is changed."));
        });
    }

    private static ValueTask<ConsoleResult> Show(ConsoleCall call)
    {
        var model = new SettingsModel(
            typeof(SettingsFeature).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "",
            call.Service<DataFolder>().Path,
            call.Service<StoreOptions>().ToString()!,
            ThemeCookie.Read(call.Context.Request));
        return new(ConsoleResult.Page<SettingsPage, SettingsModel>("Settings", model));
    }
}
