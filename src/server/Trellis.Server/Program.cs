using System.CommandLine;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server;

internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        var line = CommandTree.Create().Parse(arguments);

        // Signals are the serve command's own business: it stops in good order. Errors are told here, in words.
        var console = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        try
        {
            if (line.Errors.Count == 0)
                return await line.InvokeAsync(console);

            foreach (var error in line.Errors)
                console.Error.WriteLine($"trellis-server: {error.Message}");
            console.Error.WriteLine("trellis-server --help lists the commands and their options.");
            return ExitCode.Usage;
        }
        catch (ServerStartException error)
        {
            return Tell(console, error, ExitCode.For(error.Failure));
        }
        catch (StoreException error)
        {
            return Tell(console, error, ExitCode.Store);
        }
        catch (Exception error)
        {
            console.Error.WriteLine(error);
            return ExitCode.Unexpected;
        }
    }

    private static int Tell(InvocationConfiguration console, Exception error, int exitCode)
    {
        console.Error.WriteLine($"trellis-server: {error.Message}");
        return exitCode;
    }
}
