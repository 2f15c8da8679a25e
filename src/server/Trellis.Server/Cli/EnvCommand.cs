using System.CommandLine;

namespace Trellis.Server;

/// <summary><c>trellis-server env</c>: prints the credentials as the variables that the SDKs read.</summary>
internal static class EnvCommand
{
    public static Command Create()
    {
        var command = new Command("env", "Print the credentials as environment variables: eval \"$(trellis-server env)\".")
        {
            ServerOptions.Data,
            ServerOptions.Format,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult line)
    {
        var configuration = ServerConfiguration.Load(ServerOptions.Read(line));
        var directory = StoredData.Locate(configuration);
        var credentials = CredentialsFile.Read(Path.Combine(directory, DataFiles.Credentials)) ?? throw new ServerStartException(
            ServerStartFailure.DataDirectory,
            $"There is no {DataFiles.Credentials} in '{directory}'. Start the server on it once, and not with --bootstrap off.");

        var variables = CredentialVariables.Of(new ServerCredentials(credentials));
        line.InvocationConfiguration.Output.Write(configuration.Values[ServerSetting.Format.Key] switch
        {
            null or "" or "bash" => VariableWriter.Bash(variables),
            "pwsh" => VariableWriter.PowerShell(variables),
            "json" => VariableWriter.Json(variables),
            var other => throw SettingValue.Refuse(ServerSetting.Format, other, "one of bash, pwsh and json"),
        });
        return ExitCode.Success;
    }
}
