using System.CommandLine;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server;

/// <summary>The command line <c>trellis-server</c>, for a program that is nothing but the server.</summary>
public static class ServerProgram
{
    /// <summary>Runs one command, until it is done or, for <c>serve</c>, until the process is told to stop. It writes to the console.</summary>
    /// <param name="arguments">What stands after <c>trellis-server</c>.</param>
    /// <returns>The exit code: 0 for success; others are listed in <c>docs/server.md</c>.</returns>
    public static async Task<int> RunAsync(string[] arguments)
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
