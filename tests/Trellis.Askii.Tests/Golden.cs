using Trellis.Testing;

namespace Trellis.Askii.Tests;

/// <summary>Answers as the contract prints them (section 2.3).</summary>
internal static class Golden
{
    public const string Provisioned =
        """{"api_key":"sk-abcdefghijklmnop1234","key_name":"moneta-user-001","user_id":"askii-user-1","expires":"2026-08-01T00:00:00Z"}""";

    public const string KeyList =
        """
        {"user_id":"u-1","keys":[{"key_name":"k1","key_alias":"surfsense","created_at":"2026-05-01T00:00:00Z",
         "expires":"2026-08-01T00:00:00Z","spend":1.5,"blocked":null,"models":["gpt-4o"],"default_model":"gpt-4o",
         "memory_enabled":true,"memory_mode":"ckg"}]}
        """;

    public const string EmptyKeyList = """{"user_id":"u-1","keys":[]}""";

    public const string Revoked = """{"revoked":true,"detail":"ok"}""";

    public const string Config =
        """{"key_name":"k1","key_alias":"surfsense","models":["gpt-4o"],"default_model":"gpt-4o","memory_enabled":true,"memory_mode":"ckg"}""";

    public const string Updated = """{"updated":true,"key_name":"k1","models":["gpt-4o","gpt-4o-mini"],"default_model":"gpt-4o"}""";

    public const string Models = """{"models":[{"model_name":"gpt-4o"},{"model_name":"gpt-4o-mini"}]}""";

    public static StubAnswer Ok(string json) => StubAnswer.Json(json);

    public static StubAnswer Error(int status, string json = """{"detail":"no"}""") => StubAnswer.Json(status, json);
}
