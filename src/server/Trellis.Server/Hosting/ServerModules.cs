using Trellis.Server.Aerostack;
using Trellis.Server.Akshi;
using Trellis.Server.Ascend;
using Trellis.Server.Askii;
using Trellis.Server.Console;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server;

/// <summary>What this server is made of: the platforms that it speaks, and the console.</summary>
internal static class ServerModules
{
    public static IReadOnlyList<IServerModule> All { get; } = [new AskiiModule(), new AscendModule(), new AerostackModule(), new AkshiModule(), new ConsoleModule()];
}
