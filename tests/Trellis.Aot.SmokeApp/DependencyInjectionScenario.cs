using Microsoft.Extensions.DependencyInjection;
using Trellis.Askii;

namespace Trellis.Aot.SmokeApp;

internal static class DependencyInjectionScenario
{
    public static async Task RunAsync()
    {
        var services = new ServiceCollection();
        services
            .AddAskii(options => options.Token = ScriptedClient.Token)
            .ConfigurePrimaryHttpMessageHandler(() => new ScriptedHandler((200, """{"models":[]}""")));
        await using var provider = services.BuildServiceProvider();
        Expect.That((await provider.GetRequiredService<AskiiClient>().Models.ListAsync()).Models.Count == 0);
    }
}
