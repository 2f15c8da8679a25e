using Trellis.Testing;

namespace Trellis.Aerostack.Tests;

/// <summary>Answers as the contract describes them.</summary>
internal static class Golden
{
    public const string ErrorBody = """{"code":"DB_QUERY_FAILED","message":"no such table: t","details":{"sql":"x"}}""";

    public static StubAnswer Ok(string json = "{}") => StubAnswer.Json(json);

    public static StubAnswer Created(string json = "{}") => StubAnswer.Json(201, json);

    public static StubAnswer Error(int status, string json = ErrorBody) => StubAnswer.Json(status, json);
}
