using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Kernel.Secrets;

namespace Trellis.Server.Aerostack.Storage;

/// <summary>
/// The addresses of files: whoever has one may read that file, until the time that stands in it (contract, section 8.4). The signature is
/// an HMAC over the project, the key and that time. Safe for concurrent use.
/// </summary>
internal sealed class FileUrl(SecretProtector protector, StorageOptions options)
{
    /// <summary>What all of them begin with.</summary>
    public const string Root = "/storage/projects/";

    /// <summary>How long an address is good unless somebody asks for less: a week, as long as S3 signs at most.</summary>
    public const int LongestSeconds = 7 * 24 * 60 * 60;

    private const string Purpose = "aerostack-file-url";

    /// <summary>The address of a file of the caller's project.</summary>
    public string Make(AerostackCall call, string key, int seconds = LongestSeconds)
    {
        var expires = call.At.ToUnixTimeSeconds() + seconds;
        var signature = protector.Sign(Purpose, Signed(call.ProjectId, key, expires));
        var path = string.Join('/', key.Split('/').Select(Uri.EscapeDataString));
        return string.Create(
            CultureInfo.InvariantCulture, $"{Origin(call.Http.Request)}{Root}{call.ProjectId}/{path}?expires={expires}&signature={signature}");
    }

    /// <summary>Whether an address is one that the server made, and still good.</summary>
    public bool IsGood(string projectId, string key, string? expires, string? signature, DateTimeOffset now) =>
        long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var end)
        && signature is not null
        && protector.IsSigned(Purpose, Signed(projectId, key, end), signature)
        && now.ToUnixTimeSeconds() < end;

    // A project's id holds no line end, so that no two addresses are signed alike.
    private static byte[] Signed(string projectId, string key, long expires) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{projectId}\n{expires}\n{key}"));

    private string Origin(HttpRequest request) => options.PublicUrl ?? $"{request.Scheme}://{request.Host.ToUriComponent()}";
}
