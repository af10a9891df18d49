using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using StackExchange.Redis;

namespace WeComRobot.Redis.Connection;

/// <summary>A step that Redis runs as one (the .lua files beside its users).</summary>
internal sealed class RedisScript
{
    private readonly string _text;

    /// <param name="files">The files that make up the script, in this order.</param>
    public RedisScript(params string[] files) => _text = string.Concat(files.Select(Read));

    public Task<RedisResult> RunAsync(IDatabase redis, RedisKey[] keys, params RedisValue[] arguments) => redis.ScriptEvaluateAsync(_text, keys, arguments);

    private static string Read(string file)
    {
        var name = $"WeComRobot.Redis.{file}.lua";
        using var stream = typeof(RedisScript).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException(name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
