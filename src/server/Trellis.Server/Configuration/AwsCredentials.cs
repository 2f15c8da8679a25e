using Trellis.Server.Kernel.Blobs;

namespace Trellis.Server;

/// <summary>Reads the credentials of a bucket from the variables that every tool of AWS reads.</summary>
/// <seealso href="https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html">Environment variables</seealso>
internal static class AwsCredentials
{
    /// <summary>The credentials; null when the variables are not set.</summary>
    public static S3Credentials? ReadEnvironment() =>
        Read("AWS_ACCESS_KEY_ID") is { } id && Read("AWS_SECRET_ACCESS_KEY") is { } key
            ? new S3Credentials { AccessKeyId = id, SecretAccessKey = key, SessionToken = Read("AWS_SESSION_TOKEN") }
            : null;

    private static string? Read(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
