namespace Trellis.Cli.Aerostack;

/// <summary>Whether there is something under a key.</summary>
internal sealed record PrintedExistence(string Key, bool Exists)
{
    /// <summary>Prints it; the exit code says the same.</summary>
    public int Write(CliHost host, OutputFormat format)
    {
        if (format == OutputFormat.Json) JsonOutput.Write(host.Output, this, AerostackJsonContext.Default.PrintedExistence);
        else host.Output.WriteLine(Exists ? "yes" : "no");
        return Exists ? ExitCodes.Success : ExitCodes.Api;
    }
}
